import { nearestWord } from '../../domain/registers/nearest-word.ts';
import type { OfficeRule } from './office-finding.ts';

/** What our own refinements hand over in `params`. */
export type IssueParams = { readonly remedy: string; readonly rule: OfficeRule };

/** The part of a zod issue that is read here. */
export type SchemaIssue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly expected?: string | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly options?: readonly unknown[] | undefined;
  readonly note?: string | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly params?: Record<string, unknown> | undefined;
};

export type Explained = {
  readonly message: string;
  readonly remedy: string;
  readonly rule: OfficeRule;
  /** Set when the finding stands at a key of the map at the issue's path. */
  readonly key: string | null;
};

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar (baris-baris berawalan "- ")',
  object: 'kelompok kunci: nilai',
  record: 'kelompok kunci: nilai',
  null: 'null',
};

/**
 * Says a schema issue in Indonesian: what is wrong and what would be right.
 * `allowedKeys` are the keys of the map at a path, for "apakah maksud Anda …".
 */
export function explainIssue(issue: SchemaIssue, allowedKeys: readonly string[]): readonly Explained[] {
  const name = lastName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => unknownKey(key, allowedKeys));
    case 'invalid_type':
      return [issue.input === undefined ? missing(issue.path, name) : wrongType(issue, name)];
    case 'invalid_value':
      return [issue.input === undefined ? missing(issue.path, name) : notAllowed(issue, name)];
    case 'invalid_union':
      return [notAllowed(issue, name)];
    case 'custom':
      return [custom(issue)];
    default:
      return [
        {
          message: `Isi "${name}" tidak sesuai.`,
          remedy: sizeWords(issue) ?? 'Periksa kembali isinya.',
          rule: 'not-allowed',
          key: null,
        },
      ];
  }
}

function lastName(path: readonly PropertyKey[]): string {
  const words = path.filter((part) => typeof part === 'string');
  return String(words.at(-1) ?? 'berkas');
}

function unknownKey(key: string, allowed: readonly string[]): Explained {
  const near = nearestWord(key, allowed);
  return {
    message: `Kunci "${key}" tidak dikenal.`,
    remedy: near ? `Apakah maksud Anda "${near}"?` : `Kunci yang diterima di sini: ${allowed.join(', ')}.`,
    rule: 'unknown-key',
    key,
  };
}

function missing(path: readonly PropertyKey[], name: string): Explained {
  const inClass = path[0] === 'classes' || path[0] === 'singleLimit';
  if (inClass && name === 'limit') {
    return {
      message: 'Kelas ini tidak memiliki batas waktu.',
      remedy:
        'Tulis tepat satu batas atas, misalnya limit: 3 hari kerja; rentang yang tercetak ditulis di printed.',
      rule: 'class-without-limit',
      key: null,
    };
  }
  if (path.at(-1) === 'operation') {
    return {
      message: 'Langkah SOP ini tidak terikat pada operasi apa pun.',
      remedy:
        'Tulis operation dengan nama operasi yang menyelesaikan langkah ini, misalnya operation: dispose.',
      rule: 'step-without-operation',
      key: null,
    };
  }
  return {
    message: `"${name}" belum diisi.`,
    remedy: `Tambahkan ${name}: … di sini.`,
    rule: 'missing',
    key: null,
  };
}

function wrongType(issue: SchemaIssue, name: string): Explained {
  if (issue.path.length === 0) {
    const message = issue.input === null ? 'Berkas ini kosong.' : 'Berkas ini tidak berisi kunci: nilai.';
    const remedy = 'Salin dari folder offices/_blank, lalu isi: tiap kunci berdiri di tepi kiri.';
    return { message, remedy, rule: 'wrong-type', key: null };
  }
  const expected = TYPE_WORDS[issue.expected ?? ''] ?? 'nilai lain';
  const quote = issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
  return {
    message: `"${name}" harus berupa ${expected}.`,
    remedy: quote ? `Beri tanda kutip: "${String(issue.input)}".` : `Tulis ${name} sebagai ${expected}.`,
    rule: 'wrong-type',
    key: null,
  };
}

function notAllowed(issue: SchemaIssue, name: string): Explained {
  const allowed = (issue.values ?? issue.options ?? []).map(String);
  const written = String(issue.input);
  const near = nearestWord(written, allowed);
  const list = allowed.length > 0 ? `Yang diterima: ${allowed.join(', ')}.` : 'Periksa kembali isinya.';
  return {
    message:
      issue.input === undefined ? `"${name}" tidak sesuai.` : `"${written}" tidak diterima untuk "${name}".`,
    remedy: near ? `Apakah maksud Anda "${near}"? ${list}` : list,
    rule: name === 'operation' ? 'step-without-operation' : name === 'zone' ? 'zone' : 'not-allowed',
    key: null,
  };
}

function custom(issue: SchemaIssue): Explained {
  const { remedy, rule } = issue.params ?? {};
  return {
    message: issue.message,
    remedy: typeof remedy === 'string' ? remedy : '',
    rule: isRule(rule) ? rule : 'not-allowed',
    key: null,
  };
}

function isRule(value: unknown): value is OfficeRule {
  return typeof value === 'string';
}

function sizeWords(issue: SchemaIssue): string | null {
  if (issue.code === 'too_small') return 'Isi tidak boleh kosong.';
  if (issue.code === 'too_big') return `Paling banyak ${String(issue.maximum)}.`;
  return null;
}
