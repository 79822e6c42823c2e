import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './font-files.ts';

/**
 * The process of one PDF: data in by stdin, PDF out by stdout, then gone. Its workspace is an empty folder; template
 * and data exist only as shadows in memory, so nothing of the machine can be read by what is drawn.
 */
const workspace = process.argv[2];
if (workspace === undefined) throw new Error('The PDF process is started with the path of an empty folder.');

const fonts = fontFiles();
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: [...fonts.text, fonts.emoji].map((file) => readFileSync(file)) }],
});
const main = join(workspace, 'report.typ');
compiler.mapShadow(main, readFileSync(new URL('../../../../assets/typst/report.typ', import.meta.url)));
compiler.mapShadow(join(workspace, 'data.json'), await buffer(process.stdin));

const compiled = compiler.compile({ mainFilePath: main });
const document = compiled.result;
if (document === null) {
  throw new Error(`Typst refused the paper: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
}
process.stdout.write(compiler.pdf(document, { pdfStandard: 'a-2a' }));
