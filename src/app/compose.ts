import { join } from 'node:path';
import { filesFolder, openFileStore } from '../adapters/storage/file-store.ts';
import type { OfficeData } from '../domain/office/office-data.ts';
import { actorOfHistory, SYSTEM_ACTOR } from '../domain/people/case-actor.ts';
import type { CasePagesDesk } from '../features/cases/doors/case-pages-desk.ts';
import { countByOwner } from '../features/cases/hand-over/owned-cases.read.ts';
import { countUnread } from '../features/cases/notices/list-notices.read.ts';
import type { NoticePagesDesk } from '../features/cases/notices/notice-desk.ts';
import { countLeftAlone } from '../features/cases/store/those-above.read.ts';
import { applyOfficeIn } from '../features/offices/apply-office.ts';
import { listOffices } from '../features/offices/list-offices.ts';
import { loadOffice } from '../features/offices/load-office.ts';
import { tellPapers } from '../features/papers/tell-papers.ts';
import type { AccountsDesk } from '../features/people/accounts.page.tsx';
import type { FirstVisitDesk } from '../features/people/first-visit.page.tsx';
import { openIdentityProvider } from '../features/people/single-sign-on/identity-provider.ts';
import type { ImportPagesDesk } from '../features/registers/import.page.tsx';
import { draftFolder } from '../features/registers/import-draft.ts';
import type { Clock } from '../platform/clock.ts';
import { hmac } from '../platform/crypto.ts';
import { withOffice } from '../platform/database/transaction.ts';
import { Fault } from '../platform/errors.ts';
import { type IsHere, openClientAddress, openIsHere, openIsSecure } from '../platform/http/client-address.ts';
import { openRateLimit } from '../platform/http/rate-limit.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { MailSetting } from '../platform/mail-setting.ts';
import type { SignOnSetting } from '../platform/sign-on-setting.ts';
import type { BuiltAssets } from '../platform/views/built-assets.ts';
import { atMostEach } from './at-most-each.ts';
import { OFFICES_FOLDER, type System } from './open-system.ts';
import { CLOCKS_APART, readNewestWriting } from './read-newest-writing.ts';
import { readWaiting, type Waiting } from './read-waiting.ts';

/** The part of an open installation that the web server works with. */
export type WebSystem = Pick<System, 'keyring' | 'offices'> & {
  readonly config: Pick<System['config'], 'dataFolder'>;
  readonly database: Pick<System['database'], 'app' | 'owner'>;
};

/** Everything that a door of the web server may need. */
export type WebDesk = CasePagesDesk &
  NoticePagesDesk &
  FirstVisitDesk &
  AccountsDesk &
  ImportPagesDesk & {
    readonly log: Log;
    readonly builtAssets: BuiltAssets;
    /** Who is told figures of the server itself. */
    readonly isHere: IsHere;
    /** Null when all is well, else what is not (readyz). */
    readonly findTrouble: () => Promise<string | null>;
    /** What waits for the worker, which may run elsewhere; null where the database does not say. */
    readonly findWaiting: () => Promise<Waiting | null>;
  };

export type ComposeOptions = {
  readonly clock: Clock;
  readonly assets: BuiltAssets;
  readonly log: Log;
  /** Whether the server itself speaks https. */
  readonly tls: boolean;
  /** As in the settings; left out: none but those on this machine. */
  readonly trustedProxies?: readonly string[];
  readonly loadDemo: FirstVisitDesk['loadDemo'];
  /** Left out: required of the roles that need it. */
  readonly secondFactor?: 'required' | 'offered';
  /** Left out: none. */
  readonly signOn?: SignOnSetting | null;
  /** Left out: no mail server, and no address that people reach it by. */
  readonly mail?: MailSetting | null;
  readonly publicUrl?: string | null;
  /** Left out: whoever comes first may set the office up, from wherever. */
  readonly firstVisitCode?: string | null;
};

/** Puts the parts of the web server together: plain values and functions, no container. */
export function compose(system: WebSystem, options: ComposeOptions): WebDesk {
  const { database, keyring, offices } = system;
  const { clock, assets } = options;
  return {
    log: options.log,
    offices,
    clock,
    assets,
    builtAssets: assets,
    pool: database.app,
    owner: database.owner,
    keyring,
    pepper: hmac(keyring.current.forUse('cookie'), 'sign-in'),
    // A look that fails says nothing: readyz tells of the database.
    isClockBehind: atMostEach(60_000, clock, () =>
      readNewestWriting(database.owner).then(
        (newest) => newest > clock() + CLOCKS_APART,
        () => false,
      ),
    ),
    secondFactor: options.secondFactor ?? 'required',
    signOn: options.signOn == null ? null : openIdentityProvider(options.signOn, clock),
    countUnread: (office, actor) => countUnread(database.app, office, actor),
    mailServer: options.mail == null ? null : { name: options.mail.host, from: options.mail.from.address },
    publicUrl: options.publicUrl ?? null,
    isSecure: openIsSecure(options.trustedProxies ?? [], { tls: options.tls }),
    clientAddress: openClientAddress(options.trustedProxies ?? []),
    isHere: openIsHere(options.trustedProxies ?? []),
    cases: { pool: database.app, keyring, newId: uuidv7 },
    intakeLimit: openRateLimit(30, 10 * 60_000),
    trackLimit: openRateLimit(40, 10 * 60_000),
    openingLimit: openRateLimit(240, 10 * 60_000),
    files: openFileStore(filesFolder(system.config.dataFolder)),
    uploadLimit: openRateLimit(120, 10 * 60_000),
    tellBeside: tellPapers({ pool: database.app, keyring }),
    drafts: { keyring, folder: draftFolder(system.config.dataFolder), reading: new Set() },
    countOwned: async ({ officeId }, account) =>
      (await countByOwner({ pool: database.app }, officeId)).get(account) ?? 0,
    countLeftAlone: (office) =>
      withOffice(database.app, office.officeId, (tx) => countLeftAlone(tx, keyring, office, clock())),
    starters: listStarters,
    applyStarter: async (tx, slug) =>
      applyOfficeIn(tx, await readStarter(slug), {
        keyring,
        actor: actorOfHistory(SYSTEM_ACTOR),
        now: clock(),
      }),
    loadDemo: options.loadDemo,
    firstVisitCode: options.firstVisitCode ?? null,
    findWaiting: () => readWaiting(database.owner).catch(() => null),
    findTrouble: async () => {
      try {
        await database.app.query('select 1');
        return null;
      } catch {
        // Which error it is stands in the log of the pool; here only that it is.
        return 'database';
      }
    },
  };
}

async function listStarters() {
  const offices = await listOffices(OFFICES_FOLDER);
  return offices.flatMap(({ folder, office, template }) =>
    office === null ? [] : [{ slug: folder, name: office.name, note: template ? '' : office.government }],
  );
}

async function readStarter(slug: string): Promise<OfficeData> {
  if (!/^_?[a-z0-9-]+$/.test(slug)) throw new Fault('office-unknown', `Kantor "${slug}" tidak ada.`);
  const { office } = await loadOffice(join(OFFICES_FOLDER, slug));
  if (office === null) throw new Fault('office-invalid', `Berkas kantor "${slug}" belum benar.`);
  return office;
}
