import type { ClientBase, Pool } from 'pg';
import { broughtProgram, plainExpression, plainTrigger } from './brought-program.ts';
import type { TotalFinding } from './verify-totals.ts';

type Row = { readonly name: string; readonly kind: string; readonly written: readonly string[] };

/** Of the schema of Tanggap; what belongs to an extension is not ours. */
const ALL = `
  select 'function' as kind, 'function ' || p.proname as name,
         array[l.lanname::text, p.prosecdef::text, array_to_string(coalesce(p.proconfig, '{}'), ';'), p.prosrc] as written
    from pg_proc p join pg_language l on l.oid = p.prolang
   where p.pronamespace = 'public'::regnamespace and not exists (
     select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all
  select 'trigger', 'trigger ' || t.tgname || ' on ' || c.relname, array[pg_get_triggerdef(t.oid),
         t.tgenabled::text, p.pronamespace::regnamespace::text]
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
   where c.relnamespace = 'public'::regnamespace and (not t.tgisinternal or t.tgenabled <> 'O')
  union all
  select 'policy', 'policy ' || o.polname || ' on ' || c.relname, array[pg_get_expr(o.polqual, o.polrelid),
         pg_get_expr(o.polwithcheck, o.polrelid), o.polcmd::text, o.polpermissive::text, o.polroles::text]
    from pg_policy o join pg_class c on c.oid = o.polrelid where c.relnamespace = 'public'::regnamespace
  union all
  select 'wall', 'wall of ' || c.relname, array[]::text[]
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
  union all
  select 'rule', 'rule ' || r.rulename || ' on ' || c.relname, array[]::text[]
    from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relnamespace = 'public'::regnamespace`;

/**
 * Holds functions, triggers, policies and walls of the database against the migrations that make them: whoever has the
 * database's own password could write another answer into them. One finding for each that is more, less or other. Run as the owner.
 */
export async function verifyProgram(
  owner: Pick<ClientBase | Pool, 'query'>,
): Promise<readonly TotalFinding[]> {
  const { rows } = await owner.query<Row>(ALL);
  const left = new Map(broughtProgram());
  const differing: string[] = [];
  for (const row of rows) {
    if (left.get(row.name) !== asBrought(row)) differing.push(row.name);
    left.delete(row.name);
  }
  return [...new Set([...differing, ...left.keys()])].map((what) => ({
    rule: 'program-differs',
    what,
    count: 1,
  }));
}

/** As the migrations are read; null for what none of them writes. */
function asBrought({ kind, written }: Row): string | null {
  switch (kind) {
    case 'function':
      return written.join('\n').replace(/\r\n/g, '\n');
    case 'trigger': {
      const [definition = '', enabled, schema] = written;
      return enabled === 'O' && schema === 'public' ? plainTrigger(definition) : null;
    }
    case 'policy': {
      const [using, check, ...plain] = written;
      // For every command and every role.
      if (plain.join(' ') !== '* true {0}') return null;
      return [using, check].map((one) => plainExpression(one ?? '')).join('\n');
    }
    case 'wall':
      return '';
    default:
      return null;
  }
}
