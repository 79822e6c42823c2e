import type { JobHelpers, TaskList } from 'graphile-worker';
import { openMailer } from '../adapters/mail/open-mailer.ts';
import { filesFolder, openFileStore } from '../adapters/storage/file-store.ts';
import { localDate } from '../domain/calendar/instant.ts';
import { actorOfHistory, SYSTEM_ACTOR } from '../domain/people/case-actor.ts';
import { putPlannedInForce } from '../features/administration/save-edit.ts';
import { moveOfficeDeadlines } from '../features/cases/acts/move-deadlines.job.ts';
import { expireUploads } from '../features/cases/attachments/expire-uploads.job.ts';
import { expireKeptAnswers } from '../features/cases/doors/expire-kept-answers.job.ts';
import { destroyFiles } from '../features/cases/endings/destroy-files.job.ts';
import { endCasesByThemselves } from '../features/cases/endings/end-by-itself.job.ts';
import { numberRequests } from '../features/cases/endings/number-requests.job.ts';
import { callUrgent } from '../features/cases/notices/call-urgent.job.ts';
import { mailComplainants } from '../features/cases/notices/mail-complainants.job.ts';
import { type MailDesk, sendWaitingMail } from '../features/cases/notices/send-mail.job.ts';
import { sweepNotices } from '../features/cases/notices/sweep-notices.job.ts';
import { watchCases } from '../features/cases/notices/watch-cases.job.ts';
import { vacuumErased } from '../features/cases/personal-data/vacuum-erased.job.ts';
import type { EventNotice, EventNotices } from '../features/cases/store/move-outbox.ts';
import type { Office } from '../features/offices/office.read.ts';
import { draftFolder, removeOldDrafts } from '../features/registers/import-draft.ts';
import type { Clock } from '../platform/clock.ts';
import { describeError } from '../platform/errors.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Log } from '../platform/log.ts';
import type { System } from './open-system.ts';

/** When the recurring tasks run: minute, hour, day of month, month, day of week (UTC), name of the task. */
export const CRONTAB = [
  '7 * * * * expire-kept-answers',
  '17 * * * * remove-old-drafts',
  '27 * * * * vacuum-erased',
  '37 * * * * expire-uploads',
  '*/10 * * * * move-deadlines',
  '47 * * * * end-by-itself',
  '*/10 * * * * destroy-files',
  '* * * * * number-requests',
  '* * * * * put-planned-in-force',
  '*/10 * * * * tell-what-is-due',
  '* * * * * call-urgent',
  '* * * * * send-mail',
].join('\n');

/** The work behind each name that crontab and subscriptions speak of. Every task may run twice. */
export function tasks(system: WorkerSystem, clock: Clock, log: Log): TaskList {
  const { database, keyring, offices } = system;
  const { mail = null, publicUrl = null } = system.config;
  const desk = { pool: database.app, keyring, newId: uuidv7 };
  const mailDesk: MailDesk = {
    ...{ ...desk, mailer: mail === null ? null : openMailer(mail), publicUrl },
    onFault: (fault) => log.error('mail-not-written', { message: describeError(fault) }),
  };
  const callIn = async (office: Office): Promise<number> => {
    const { rounds, nobody } = await callUrgent(desk, office, clock());
    for (const caseId of nobody) log.warn('urgent-nobody-to-call', { office: office.slug, caseId });
    return rounds;
  };
  const byOffice = async (
    payload: unknown,
  ): Promise<readonly (readonly [Office, readonly EventNotice[]])[]> => {
    if (!isEventNotices(payload)) throw new TypeError('A task that follows events is told which');
    const all = await offices.all(clock());
    return [...Map.groupBy(payload.notices, ({ officeId }) => officeId)].flatMap(([officeId, notices]) => {
      const office = all.find((one) => one.officeId === officeId);
      return office === undefined ? [] : [[office, notices] as const];
    });
  };
  return {
    'tell-what-is-due': async (_payload, helpers) => {
      let fresh = 0;
      for (const office of await offices.all(clock())) fresh += await sweepNotices(desk, office, clock());
      if (fresh > 0) await sendSoon(helpers);
    },
    'call-urgent': async (_payload, helpers) => {
      let rounds = 0;
      for (const office of await offices.all(clock())) rounds += await callIn(office);
      if (rounds > 0) await sendSoon(helpers);
    },
    'tell-at-once': async (payload, helpers) => {
      let mails = 0;
      for (const [office, notices] of await byOffice(payload)) {
        mails += await mailComplainants(desk, office, notices, clock());
        if (notices.some(({ type }) => type === 'received' || type === 'marked'))
          mails += await callIn(office);
      }
      if (mails > 0) await sendSoon(helpers);
    },
    'watch-cases': async (payload) => {
      for (const [{ officeId }, notices] of await byOffice(payload)) {
        await watchCases(
          desk,
          officeId,
          notices.map(({ caseId }) => caseId),
        );
      }
    },
    'send-mail': async () => {
      for (const office of await offices.all(clock())) await sendWaitingMail(mailDesk, office, clock);
    },
    'expire-kept-answers': async () => {
      await expireKeptAnswers(database.owner, clock());
    },
    'expire-uploads': async () => {
      const files = openFileStore(filesFolder(system.config.dataFolder));
      const { expired, removed } = await expireUploads(database.owner, files, clock());
      if (expired + removed > 0) log.info('uploads-expired', { expired, removed });
    },
    'vacuum-erased': async () => {
      await vacuumErased(database.owner);
    },
    'remove-old-drafts': () => removeOldDrafts(draftFolder(system.config.dataFolder), clock()),
    'destroy-files': async () => {
      const files = openFileStore(filesFolder(system.config.dataFolder));
      for (const office of await offices.all(clock())) {
        const { destroyed, failed } = await destroyFiles(desk, files, office, clock());
        for (const { caseId, fault } of failed) {
          log.error('file-not-destroyed', { office: office.slug, caseId, message: describeError(fault) });
        }
        if (destroyed > 0) log.info('files-destroyed', { office: office.slug, cases: destroyed });
      }
    },
    'number-requests': async () => {
      for (const office of await offices.all(clock())) await numberRequests(database.app, office, clock());
    },
    'end-by-itself': async () => {
      for (const office of await offices.all(clock())) {
        const { ended, failed } = await endCasesByThemselves(desk, office, clock());
        for (const { caseId, fault } of failed) {
          log.error('case-not-ended', { office: office.slug, caseId, message: describeError(fault) });
        }
        if (ended > 0) log.info('cases-ended-by-themselves', { office: office.slug, cases: ended });
      }
    },
    'put-planned-in-force': async () => {
      for (const office of await offices.all(clock())) {
        const today = localDate(clock(), office.zone);
        const acting = { keyring, actor: actorOfHistory(SYSTEM_ACTOR), now: clock() };
        const { applied, refused } = await putPlannedInForce(database.owner, office, today, acting);
        if (applied > 0) offices.forget();
        if (applied + refused > 0) log.info('office-changes-due', { office: office.slug, applied, refused });
      }
    },
    'move-deadlines': async () => {
      for (const office of await offices.all(clock())) {
        const { moved, failed } = await moveOfficeDeadlines(desk, database.owner, office, clock());
        for (const { caseId, fault } of failed) {
          log.error('deadline-not-moved', { office: office.slug, caseId, message: describeError(fault) });
        }
        if (moved > 0) log.info('deadlines-moved', { office: office.slug, cases: moved });
      }
    },
  };
}

/** One at a time is enough, and none is lost: while one runs the next is queued. */
async function sendSoon({ addJob }: JobHelpers): Promise<void> {
  await addJob('send-mail', {}, { jobKey: 'send-mail' });
}

/** What our own outbox queued (`EventNotices`). */
function isEventNotices(payload: unknown): payload is EventNotices {
  return (
    typeof payload === 'object' && payload !== null && 'notices' in payload && Array.isArray(payload.notices)
  );
}

/** What of the installation the worker touches. */
export type WorkerSystem = Pick<System, 'keyring' | 'offices'> & {
  readonly config: Pick<System['config'], 'dataFolder'> &
    Partial<Pick<System['config'], 'mail' | 'publicUrl'>>;
  readonly database: Pick<System['database'], 'app' | 'owner'>;
};
