import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { diagnose, formatDiagnosis } from '../doctor.ts';
import { printJson } from '../print-json.ts';
import { print } from './run-in-system.ts';

/** Exit 1 when something has to be mended. */
export async function doctor(given: Given): Promise<number> {
  const diagnosis = await diagnose(process.env);
  if (given.json) printJson(diagnosis);
  else print(formatDiagnosis(diagnosis));
  return diagnosis.ok ? exitCode.done : exitCode.refused;
}
