import type { TaskList } from 'graphile-worker';
import { filesFolder, openFileStore } from '../adapters/storage/file-store.ts';
import { moveOfficeDeadlines } from '../features/cases/acts/move-deadlines.job.ts';
import { expireUploads } from '../features/cases/attachments/expire-uploads.job.ts';
import { expireKeptAnswers } from '../features/cases/doors/expire-kept-answers.job.ts';
import { vacuumErased } from '../features/cases/personal-data/vacuum-erased.job.ts';
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
].join('\n');

/** The work behind each name that crontab and subscriptions speak of. Every task may run twice. */
export function tasks(system: WorkerSystem, clock: Clock, log: Log): TaskList {
  const { database, keyring, offices } = system;
  return {
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
    'move-deadlines': async () => {
      const desk = { pool: database.app, keyring, newId: uuidv7 };
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

/** What of the installation the worker touches. */
export type WorkerSystem = Pick<System, 'keyring' | 'offices'> & {
  readonly config: Pick<System['config'], 'dataFolder'>;
  readonly database: Pick<System['database'], 'app' | 'owner'>;
};
