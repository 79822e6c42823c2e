import { TemplateHandler, TextPlugin } from 'easy-template-x';
import { cleanText } from '../../../domain/documents/clean-text.ts';

/**
 * An office's own letter with its tags filled: text into text, nothing else, so that what a citizen wrote is never markup and
 * never a tag. Only for a file that `checkLetterTemplate` let pass; throws where it cannot be filled all the same.
 */
export async function fillLetterTemplate(
  template: Uint8Array,
  values: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const handler = new TemplateHandler({ plugins: [new TextPlugin()], maxXmlDepth: 60 });
  const data = Object.fromEntries(Object.entries(values).map(([tag, value]) => [tag, cleanText(value)]));
  return new Uint8Array(await handler.process(Buffer.from(template), data));
}
