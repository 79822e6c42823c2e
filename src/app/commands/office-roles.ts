import { GATES_NOTHING_YET, isPermission } from '../../domain/people/permissions.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, requireOffice, runInSystem } from './run-in-system.ts';

export function officeRoles(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const roles = office.data.roles.map(({ key, title, may }) => ({ role: key, title, may }));
    const notYet = [...new Set(roles.flatMap(({ may }) => may).filter(gatesNothingYet))];
    if (given.json) printJson({ roles, notYet });
    else {
      const marked = (permission: string) => `${permission}${gatesNothingYet(permission) ? '*' : ''}`;
      for (const { role, title, may } of roles)
        print(`${role.padEnd(22)} ${title}\n    ${may.map(marked).join(', ')}`);
      if (notYet.length > 0) print('\n* belum membuka apa pun: halaman atau perintahnya menyusul.');
    }
    return exitCode.done;
  });
}

function gatesNothingYet(permission: string): boolean {
  return isPermission(permission) && GATES_NOTHING_YET.has(permission);
}
