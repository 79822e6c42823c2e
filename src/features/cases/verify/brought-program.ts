import { readMigrations } from '../../../platform/database/migrate.ts';

/** What the database itself runs, by its name: how it reads, spaces, brackets and casts left aside. */
export type DatabaseProgram = ReadonlyMap<string, string>;

/**
 * The functions, triggers and policies that the migrations make, read in the plain style in which they are written. That
 * a fresh database holds these and no others is tested (`src/app/verify-program.db.test.ts`).
 */
export function broughtProgram(
  files: readonly string[] = readMigrations().map(({ sql }) => sql),
): DatabaseProgram {
  const program = new Map<string, string>();
  for (const sql of files.map((file) => file.replace(/\r\n/g, '\n'))) {
    for (const [, name, written = '', body] of sql.matchAll(
      /^create function (\w+)([^$]*)\$\$(.*?)\$\$/gms,
    )) {
      const head = written.replace(/\s+/g, ' ');
      const settings = [...head.matchAll(/ set (\w+) = (.*?)(?= set | as )/g)];
      const parts = [
        /language (\w+)/.exec(head)?.[1],
        head.includes(' security definer'),
        settings.map(([, key, value]) => `${key}=${value}`).join(';'),
        body,
      ];
      program.set(`function ${name}`, parts.join('\n'));
    }
    for (const [definition, name, table] of sql.matchAll(/^create trigger (\w+)[^;]*? on (\w+)[^;]*;/gm)) {
      program.set(`trigger ${name} on ${table}`, plainTrigger(definition));
    }
    for (const [, tables = '', policy = ''] of sql.matchAll(
      /array array\[([^\]]*)\][^$]*'(create policy [^;]*)', t\);/g,
    )) {
      const [, name, using, check] =
        /policy (\w+) on %I using \((.*)\) with check \((.*)\)/.exec(policy) ?? [];
      for (const [, table] of tables.matchAll(/'(\w+)'/g)) {
        const rule = [using, check].map((one = '') => plainExpression(one.replaceAll("''", "'")));
        program.set(`policy ${name} on ${table}`, rule.join('\n'));
        program.set(`wall of ${table}`, '');
      }
    }
  }
  return program;
}

/** The events of a trigger in the order of their names; the database writes them in an order of its own. */
export function plainTrigger(definition: string): string {
  const [, head = '', events = '', rest = ''] =
    /^create trigger (\w+ \w+) (.*?) on (.*?);?$/i.exec(definition.replace(/\s+/g, ' ')) ?? [];
  const sorted = events.toLowerCase().split(' or ').sort().join(' or ');
  return `${head.toLowerCase()} ${sorted} on ${plainExpression(rest)}`;
}

/** Without what the database adds when it writes an expression down: brackets, casts of texts, the schema. */
export function plainExpression(written: string): string {
  return written.toLowerCase().replace(/::text|\bpublic\.|[()\s]/g, '');
}
