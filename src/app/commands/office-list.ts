import { listOffices } from '../../features/offices/list-offices.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { OFFICES_FOLDER } from '../open-system.ts';
import { printJson } from '../print-json.ts';
import { print, runInSystem } from './run-in-system.ts';

export function officeList(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const loaded = new Map((await system.offices.all(now)).map((office) => [office.slug, office]));
    const files = await listOffices(OFFICES_FOLDER);
    const slugs = [...new Set([...files.map((file) => file.folder), ...loaded.keys()])];
    const offices = slugs.map((slug) => {
      const file = files.find((one) => one.folder === slug);
      const office = loaded.get(slug);
      return {
        slug,
        name: office?.data.name ?? file?.office?.name ?? slug,
        applied: office !== undefined,
        version: office?.version ?? null,
        template: file?.template ?? false,
      };
    });
    if (given.json) printJson({ offices });
    else {
      for (const office of offices) {
        const state = office.applied
          ? `dimuat, versi ${office.version}`
          : office.template
            ? 'kerangka'
            : 'belum dimuat';
        print(`${office.slug.padEnd(20)} ${office.name} (${state})`);
      }
    }
    return exitCode.done;
  });
}
