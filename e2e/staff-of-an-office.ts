import assert from 'node:assert/strict';
import { generateSync } from 'otplib';
import type { Locator, Page } from 'playwright-core';
import { atTheConsole } from '../src/app/commands/run-in-system.ts';
import { OFFICES_FOLDER, openSystem } from '../src/app/open-system.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import type { OfficeData, Sop } from '../src/domain/office/office-data.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import { createAccount } from '../src/features/people/create-account.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import type { Fields } from '../test/lives-of-complaints.ts';
import { type RunningTanggap, textOf } from './running-tanggap.ts';
import { readyToBegin } from './said-at-the-counter.ts';

const PASSWORD = 'perahu kayu di hulu sungai';

export type Staff = {
  readonly data: OfficeData;
  readonly account: string;
  readonly name: string;
  readonly page: Page;
};
export type OfficeStaff = {
  readonly data: OfficeData;
  /** Whoever holds this role, signed in at a browser of his own; `another` is a second person with it. */
  readonly holder: (role: string, another?: boolean) => Promise<Staff>;
  /** The role that does this: the SOP's own actor, else the first that may. */
  readonly roleFor: (operation: CaseOperation | 'intake', sop: Sop) => string;
};

/** An office of this project with one account a role, each with a password and, where its role asks for one, a second factor. */
export async function staffOf(tanggap: RunningTanggap, slug: string): Promise<OfficeStaff> {
  const system = await openSystem(Date.now(), tanggap.config);
  try {
    const { office } = await loadOffice(`${OFFICES_FOLDER}/${slug}`);
    if (office === null) throw new Error(`${slug} does not load`);
    const data = readyToBegin(office);
    const { officeId } = await applyOffice(system.database.owner, data, atTheConsole(system, Date.now()));
    const own = data.units[1]?.key ?? data.units[0]?.key ?? null;
    const accounts = new Map<string, { email: string; account: string }>();
    for (const { key } of data.roles) {
      for (const mark of ['a', 'b']) {
        const email = `${key}-${mark}@${slug}.contoh.id`;
        const unit = key === 'kepala-bidang' || key === 'staf-bidang' ? own : null;
        const command = {
          ...{
            name: nameOf(slug, key, mark),
            email,
            password: PASSWORD,
            roles: [key],
            unit,
            fromOn: '2020-01-01',
          },
        };
        const made = await withOffice(system.database.app, officeId, (tx) =>
          createAccount(tx, officeId, data.roles, command, atTheConsole(system, Date.now())),
        );
        if (!made.ok) throw new Error(`${email}: ${made.refusal}`);
        accounts.set(`${key} ${mark}`, { email, account: made.account });
      }
    }
    const atWork = new Map<string, Promise<Staff>>();
    return {
      data,
      holder: (role, another = false) => {
        const key = `${role} ${another ? 'b' : 'a'}`;
        const name = nameOf(slug, role, another ? 'b' : 'a');
        const { email, account } = accounts.get(key) ?? { email: '', account: '' };
        const known =
          atWork.get(key) ?? enter(tanggap, email).then((page) => ({ data, account, page, name }));
        atWork.set(key, known);
        return known;
      },
      roleFor: (operation, sop) => roleFor(data, operation, sop),
    };
  } finally {
    await system.close();
  }
}

/** "Kepala Bidang A Karangasem": nobody has the name of somebody of another office. */
function nameOf(slug: string, role: string, mark: string): string {
  return [role, mark, slug]
    .flatMap((part) => part.split('-'))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Who does it where the SOP does not say: the first of these that may. */
const USUAL = [
  'koordinator',
  'petugas-loket',
  'kepala-bidang',
  'penanggung-jawab',
  'tim-penelaah',
  'tim-audit',
  'pemeriksa',
];

function roleFor(data: OfficeData, operation: CaseOperation | 'intake', sop: Sop): string {
  const step = sop.steps.find((one) => one.operation === operation);
  const actor = sop.actors.find(({ key }) => key === step?.actor)?.role ?? null;
  const able = data.roles.filter(({ may }) => may.includes(operation)).map(({ key }) => key);
  if (actor !== null && able.includes(actor)) return actor;
  const found = USUAL.find((key) => able.includes(key)) ?? able[0];
  if (found === undefined) throw new Error(`Nobody of ${data.slug} may ${operation}`);
  return found;
}

/** Signs in, through the second factor where the role asks for one. */
async function enter(tanggap: RunningTanggap, email: string): Promise<Page> {
  const page = await tanggap.visitor();
  await page.goto('/petugas/masuk');
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('main').waitFor();
  const secret = page.locator('.tg-secret');
  if ((await secret.count()) > 0) {
    const letters = (await textOf(secret)).replaceAll(' ', '');
    await page.locator('[name=code]').fill(generateSync({ secret: letters }));
    await page.locator('form[action="/petugas/keamanan/faktor-kedua"] button[type=submit]').click();
    await page.locator('form[action="/petugas/lanjut"] button[type=submit]').click();
  }
  await page.locator('.tg-masthead--staff').waitFor();
  return page;
}

/**
 * Opens the case and does one operation by the form that its page offers, folded away or not: `fields` by their names. The
 * page then says that it was saved.
 */
export async function does(
  { page }: Staff,
  ticket: string,
  operation: CaseOperation,
  fields: Fields = {},
): Promise<void> {
  await page.goto(`/petugas/kasus/${ticket}`);
  const form = page.locator(`form[action="/petugas/kasus/${ticket}/${operation}"]`).first();
  assert.equal(
    await form.count(),
    1,
    `${operation} is not offered: ${(await textOf(page.getByRole('main'))).slice(0, 600)}`,
  );
  await unfold(form);
  await fillFields(form, fields);
  // What only asks goes to another address.
  await form.locator(':is(button[type=submit], button:not([type])):not([formaction])').last().click();
  const status = page.getByRole('status').filter({ hasText: 'Tersimpan' });
  const alert = page.getByRole('alert');
  await status.or(alert).first().waitFor();
  assert.equal(await status.count(), 1, `${operation}: ${(await alert.allTextContents()).join(' ')}`);
}

/** Fills or chooses fields of a form by their names. */
export async function fillFields(form: Locator, fields: Fields): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await fill(form, name, value);
}

/** Opens whatever of a form is folded away, and what it lies in. */
export function unfold(form: Locator): Promise<void> {
  return form.evaluate((element) => {
    for (const inner of element.querySelectorAll('details')) inner.open = true;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
  });
}

async function fill(form: Locator, name: string, value: string): Promise<void> {
  const fields = form.locator(`[name="${name}"]`);
  const kind = await fields
    .first()
    .evaluate((field) =>
      field instanceof HTMLSelectElement ? 'select' : field instanceof HTMLInputElement ? field.type : 'text',
    );
  if (kind === 'select') await fields.first().selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox')
    await form.locator(`[name="${name}"][value="${value}"]`).check();
  else await fields.first().fill(value);
}
