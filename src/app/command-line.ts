import { parseArgs } from 'node:util';
import { nearestWord } from '../domain/registers/nearest-word.ts';
import { errorCode } from '../platform/errors.ts';

export type OptionShape = {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly required?: boolean;
  /** Shown in the help: what stands behind the option and what it does, in Indonesian. */
  readonly value?: string;
  readonly help: string;
};

export type CommandShape = {
  /** "register import". */
  readonly words: string;
  readonly summary: string;
  /** Names of what stands without a dash, all required: ["FILE"]. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionShape>>;
  /** The code of a command is only read when it runs. */
  readonly load: () => Promise<{ readonly run: (given: Given) => Promise<number> }>;
};

/** A command of the contract that a later version brings. */
export type PlannedCommand = {
  readonly words: string;
  /** What to do until then, in Indonesian. */
  readonly instead: string;
};

/** What a person typed, checked against the command's shape. */
export type Given = {
  readonly operands: readonly string[];
  /** Throws when the option was not given: for options that the shape requires. */
  readonly text: (option: string) => string;
  readonly maybe: (option: string) => string | null;
  readonly all: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  readonly json: boolean;
};

export type ReadArguments =
  | { readonly ok: true; readonly given: Given }
  | { readonly ok: false; readonly why: string };

/** The command whose words stand first, longest first, and the words behind it. */
export function findCommand<Command extends { readonly words: string }>(
  commands: readonly Command[],
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const wanted = words.slice(0, length).join(' ');
    const command = commands.find((one) => one.words === wanted);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return null;
}

export function readArguments(command: CommandShape, words: readonly string[]): ReadArguments {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, json: JSON_OPTION }).map(([name, { type, multiple }]) => [
      name,
      { type, multiple: multiple ?? false },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length !== command.operands.length) {
      return { ok: false, why: `Perintah ini memerlukan ${describeOperands(command)}.` };
    }
    const missing = Object.entries(command.options).find(
      ([name, { required }]) => required && values[name] === undefined,
    );
    if (missing !== undefined) return { ok: false, why: `Pilihan --${missing[0]} wajib diisi.` };
    return { ok: true, given: given(positionals, values) };
  } catch (error) {
    return { ok: false, why: explainMisuse(error, Object.keys(options)) };
  }
}

/** In Indonesian what `parseArgs` refuses; the option stands between the first quotes of its message. */
function explainMisuse(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  switch (errorCode(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const near = nearestWord(option.replace(/^-+/, ''), known);
      return `Pilihan ${option} tidak dikenal.${near === null ? '' : ` Apakah maksud Anda --${near}?`}`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `Pilihan ${option} tidak memerlukan isi.`
        : `Pilihan ${option} memerlukan isi. Isi yang berawalan tanda hubung ditulis ${option}=….`;
    default:
      return message;
  }
}

export function printHelp(command: CommandShape): string {
  const operands = command.operands.map((one) => ` ${one}`).join('');
  const options = Object.entries({ ...command.options, json: JSON_OPTION });
  const heads = options.map(
    ([name, one]) => `  --${name}${one.type === 'string' ? ` ${one.value ?? 'TEKS'}` : ''}`,
  );
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  const lines = options.map(
    ([, one], index) => `${(heads[index] ?? '').padEnd(width)}${one.help}${one.required ? ' (wajib)' : ''}`,
  );
  return `tanggap ${command.words}${operands} [pilihan]\n${command.summary}\n\n${lines.join('\n')}\n`;
}

/** What was typed instead of a command, and the commands that may be meant: one word of it, or nearly all its letters. */
export function explainUnknown(commands: readonly CommandShape[], words: readonly string[]): string {
  const typed = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  const names = commands.map((one) => one.words);
  const begun = names.filter((name) => name.startsWith(`${typed[0]} `));
  const near = nearestWord(typed.join(' '), names) ?? nearestWord(typed[0] ?? '', names);
  const meant = near === null ? begun : [near];
  const asked = meant.length === 0 ? '' : ` Apakah maksud Anda: ${meant.join(', ')}?`;
  return `Perintah "${typed.join(' ')}" tidak dikenal.${asked}`;
}

export function printUsage(commands: readonly CommandShape[], planned: readonly PlannedCommand[]): string {
  const width = Math.max(...commands.map((one) => one.words.length)) + 2;
  const list = commands.map((one) => `  ${one.words.padEnd(width)}${one.summary}`).join('\n');
  const later = planned.map((one) => one.words).join(', ');
  return `tanggap <perintah> [pilihan]\n\n${list}\n\nBelum ada dalam versi ini: ${later}.\nPenjelasan satu perintah: tanggap <perintah> --help\n`;
}

const JSON_OPTION: OptionShape = { type: 'boolean', help: 'satu dokumen JSON pada keluaran' };

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function given(operands: readonly string[], values: Values): Given {
  const maybe = (option: string): string | null => {
    const value = values[option];
    return typeof value === 'string' ? value : null;
  };
  return {
    operands,
    maybe,
    text: (option) => {
      const value = maybe(option);
      if (value === null) throw new Error(`--${option} was not given`);
      return value;
    },
    all: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
    flag: (option) => values[option] === true,
    json: values.json === true,
  };
}

function describeOperands({ operands }: CommandShape): string {
  return operands.length === 0 ? 'tidak ada kata lain di luar pilihan' : operands.join(' dan ');
}
