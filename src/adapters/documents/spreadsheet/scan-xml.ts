import { SaxesParser } from 'saxes';
import { type InflateBudget, inflateText } from './inflate-budget.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

/** What a reader of one part wants to hear; element names come without their prefix. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** Reads one XML part as a stream. No DTD and so no entities of its own; nesting is limited. */
export function scanXml(
  entry: ZipEntry,
  budget: InflateBudget,
  limits: SpreadsheetLimits,
  handlers: XmlHandlers,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('doctype', () => {
    throw new SpreadsheetStop('unsafe-xml', entry.name);
  });
  parser.on('error', () => {
    throw new SpreadsheetStop('broken-xml', entry.name);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    sinceTag = 0;
    if (depth > limits.xmlDepth) throw new SpreadsheetStop('unsafe-xml', entry.name);
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    sinceTag = 0;
    handlers.close(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  let head = '';
  inflateText(entry, budget, (text) => {
    if (head.length < 4_096) {
      head += text.slice(0, 4_096);
      if (head.includes('<!DOCTYPE') || head.includes('<!ENTITY'))
        throw new SpreadsheetStop('unsafe-xml', entry.name);
    }
    // The parser keeps a text whole until the next tag comes.
    sinceTag += text.length;
    if (sinceTag > MOST_BETWEEN_TAGS) throw new SpreadsheetStop('too-many-cells', entry.name);
    parser.write(text);
  });
  parser.close();
}

const MOST_BETWEEN_TAGS = 16 * 1024 * 1024;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
