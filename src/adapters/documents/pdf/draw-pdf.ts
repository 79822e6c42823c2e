import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { filterGlyphs, type ReplacedCharacter } from './filter-glyphs.ts';
import { templateData } from './template-data.ts';

export type DrawnPdf = {
  readonly file: Uint8Array;
  /** Characters that no font has, printed as □; empty nearly always. */
  readonly replaced: readonly ReplacedCharacter[];
};

/**
 * A document as PDF/A-2a, tagged, with fixed dates: the same document gives the same bytes. Each call starts one
 * process with an empty folder and ends it. A paper that cannot be drawn, or takes longer than `timeout` ms, is a fault.
 */
export async function drawPdf(
  document: ResolvedDocument,
  { timeout = 120_000 }: { readonly timeout?: number } = {},
): Promise<DrawnPdf> {
  const { value, replaced } = filterGlyphs(document);
  const workspace = await mkdtemp(join(tmpdir(), 'tanggap-pdf-'));
  try {
    return { file: await runTypst(workspace, JSON.stringify(templateData(value)), timeout), replaced };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

const CHILD = fileURLToPath(new URL('./typst-child.ts', import.meta.url));

/** The child gets no environment: no key and no database address ever reaches what draws citizens' text. */
async function runTypst(workspace: string, data: string, timeout: number): Promise<Uint8Array> {
  const child = spawn(process.execPath, ['--no-warnings', CHILD, workspace], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout,
    killSignal: 'SIGKILL',
  });
  // A child that dies early closes its end; its exit code and stderr tell why.
  child.stdin.on('error', () => {});
  child.stdin.end(data);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [file, complaint, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (code !== 0)
    throw new Error(`The PDF process ended with ${code ?? 'a signal'}: ${complaint.slice(0, 2000)}`);
  return new Uint8Array(file);
}
