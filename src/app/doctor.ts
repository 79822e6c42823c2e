import { type Config, readConfig } from '../platform/config.ts';
import { examineDatabase } from './doctor/examine-database.ts';
import {
  examineAnchors,
  examineData,
  examineMachine,
  type Machine,
  thisMachine,
} from './doctor/examine-machine.ts';
import { examineMail } from './doctor/examine-mail.ts';
import { examinePort, examineProxies, examineTls } from './doctor/examine-network.ts';
import { examineSignIn } from './doctor/examine-sign-in.ts';
import { type Finding, lackOf, ok } from './doctor/finding.ts';

export interface Diagnosis {
  /** True when nothing has to be mended. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

/** Looks at everything that Tanggap needs and says what is lacking and how to mend it. Changes nothing of weight. */
export async function diagnose(
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine = thisMachine(Date.now()),
): Promise<Diagnosis> {
  const findings = [...(await examineMachine(machine)), ...(await examineInstallation(env, machine))];
  return { ok: findings.every((finding) => finding.state !== 'lack'), findings };
}

async function examineInstallation(
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine,
): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    return [lackOf('config', error, 'Betulkan variabel itu, lalu jalankan "npm run doctor" lagi.')];
  }
  const data = examineData(config.dataFolder, machine);
  const usable = data.some((finding) => finding.id === 'data-folder' && finding.state === 'ok');
  return [
    ok('config', 'Pengaturan dapat dibaca.'),
    ...data,
    ...(usable || env.TANGGAP_ANCHORS ? [examineAnchors(config.anchorFolder)] : []),
    await examinePort(config),
    examineProxies(config),
    await examineMail(config),
    ...(await examineSignIn(config)),
    ...(usable ? [examineTls(config, machine.now)] : []),
    ...(usable || config.database.kind === 'server' ? await examineDatabase(config, machine.now) : []),
  ];
}

const marks = { ok: '✔', note: '•', lack: '✖' } as const;

/** The diagnosis for a person: what has to be mended last, where the eye is. */
export function formatDiagnosis(diagnosis: Diagnosis): string {
  const order = { ok: 0, note: 1, lack: 2 } as const;
  const sorted = [...diagnosis.findings].sort((a, b) => order[a.state] - order[b.state]);
  const lines = sorted.map((finding) => {
    const remedy =
      finding.state !== 'ok' && finding.remedy ? `\n${finding.remedy.replaceAll(/^/gm, '    ')}` : '';
    return `${marks[finding.state]} ${finding.message.replaceAll('\n', '\n  ')}${remedy}`;
  });
  const lacking = diagnosis.findings.filter((finding) => finding.state === 'lack').length;
  const end = lacking === 0 ? 'Semua yang diperlukan ada.' : `${lacking} hal perlu dibenahi.`;
  return `${lines.join('\n')}\n\n${end}`;
}
