import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, requireOffice, runInSystem } from './run-in-system.ts';

export function officeRoles(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const roles = office.data.roles.map(({ key, title, may }) => ({ role: key, title, may }));
    if (given.json) printJson({ roles });
    else
      for (const { role, title, may } of roles) print(`${role.padEnd(22)} ${title}\n    ${may.join(', ')}`);
    return exitCode.done;
  });
}
