import { styleText } from 'node:util';
import { type Clock, systemClock } from './clock.ts';
import { Fault } from './errors.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** Codes, counts, ids and times; never a name, a text, a number of a person. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
}

export interface LogOptions {
  readonly write?: (line: string) => void;
  /** Lines for a person instead of JSON; by default when stderr is a terminal. */
  readonly human?: boolean;
  readonly clock?: Clock;
}

/** One line an entry, on stderr: JSON for machines, short for a person who watches. */
export function openLog(options: LogOptions = {}): Log {
  const write = options.write ?? gatheredStderr;
  const human = options.human ?? process.stderr.isTTY === true;
  const clock = options.clock ?? systemClock;
  const entry =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      const at = new Date(clock()).toISOString();
      write(
        human
          ? humanLine(at, level, event, clean(fields))
          : `${JSON.stringify({ at, level, event, ...clean(fields) })}\n`,
      );
    };
  return { info: entry('info'), warn: entry('warn'), error: entry('error') };
}

let gathered = '';

/** Lines of one turn of the event loop leave in one write: each write stops the server until somebody took it. */
function gatheredStderr(line: string): void {
  if (gathered === '') {
    setImmediate(flushStderr);
    // A process that ends in this very turn has said it too.
    process.once('exit', flushStderr);
  }
  gathered += line;
}

function flushStderr(): void {
  process.off('exit', flushStderr);
  const text = gathered;
  gathered = '';
  if (text !== '') process.stderr.write(text);
}

/**
 * What of an error may stand in a log: its code and where it happened. The message only of our own faults; a
 * database or a parser quotes what it could not digest, and that may be a citizen's words.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/file:\/\/\S*\/(?=(src|scripts)\/)/, ''),
    )
    .join(' < ');
  const own = error instanceof Fault ? { message: error.message } : {};
  const known: Record<string, unknown> = { ...error };
  const taken = ['code', 'constraint', 'table', 'routine'].flatMap((name) => {
    const value = known[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { error: error.name, ...Object.fromEntries(taken), ...own, where };
}

/** A second wall: what looks like a phone number, an NIK or an e-mail address is blotted out. */
function clean(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? blot(value) : value]),
  );
}

function blot(text: string): string {
  return text
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[surel]')
    .replaceAll(/(?<![\w-])(\+62|62|0)8[\d\s-]{7,13}\d(?![\w-])/g, '[nomor]')
    .replaceAll(/(?<![\w-])\d{16}(?![\w-])/g, '[nomor]');
}

function humanLine(at: string, level: LogLevel, event: string, fields: LogFields): string {
  const color = level === 'error' ? 'red' : level === 'warn' ? 'yellow' : 'dim';
  const words = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`);
  return `${styleText(color, at.slice(11, 19))} ${event} ${words.join(' ')}\n`;
}
