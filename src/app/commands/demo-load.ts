import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { printJson } from '../print-json.ts';
import { print, runInSystem } from './run-in-system.ts';

export async function demoLoad(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const result = await loadDemo(system, now, given.flag('force'));
    if (given.json) printJson({ ok: true, ...result });
    else if (!result.loaded) print(`Kantor ${result.office} sudah dimuat; tidak ada yang diubah.`);
    else {
      const width = Math.max(...result.accounts.map(({ email }) => email.length)) + 2;
      print(
        `Kantor ${result.office} dimuat dengan ${result.cases} kasus rekaan.`,
        'Akun berikut dapat dipakai masuk; kata sandinya hanya ditampilkan sekali ini:',
        ...result.accounts.map(
          ({ email, password, name, titles }) =>
            `  ${email.padEnd(width)}${password}  ${name} (${titles.join(', ')})`,
        ),
      );
    }
    return exitCode.done;
  });
}
