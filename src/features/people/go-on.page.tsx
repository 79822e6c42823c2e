import type { Context, Handler } from 'hono';
import { ownPath } from '../../platform/http/own-path.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { CARRIED, carriedForm } from './carried-form.ts';
import { OthersFormView, ResumeView } from './resume.view.tsx';
import { type StaffDesk, staffPage } from './staff-desk.tsx';

/** Where somebody was going when he had to sign in, and what he had sent, sealed. */
export type WayOn = { readonly next: string; readonly carried: string | null };

/** To where somebody was going, or on with what he had sent, he and no other, when his session was over. */
export function goOn(c: Context, desk: StaffDesk, account: string, { next, carried }: WayOn): Response {
  if (carried === null) return seeOther(next);
  const form = carriedForm(desk.keyring, account, carried);
  const body = form === null ? <OthersFormView /> : <ResumeView carried={form} />;
  return page(c, desk, { title: wordsFor(c)('resume.title') }, body);
}

/** From the page that shows recovery codes this once, where a link could not take along what was sent. */
export function sendGoOn(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) =>
    goOn(c, desk, work.staff.account, wayOn((await readForm(c))?.values ?? {})),
  );
}

/** As the forms on the way in carry it. */
export function wayOn(values: Readonly<Record<string, string>>): WayOn {
  return { next: safePath(values.next), carried: values[CARRIED] ?? null };
}

/** Only a path of our own staff pages: a foreign address in a link must not carry anybody away after signing in. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/petugas(?:[/?]|$)/.test(path) ? (ownPath(path) ?? '/petugas') : '/petugas';
}
