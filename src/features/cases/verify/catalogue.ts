/**
 * What the first schema of the search path holds, one row `name`, `written` for each thing that decides what the database
 * does or allows: tables and columns with their owners and walls, rules that rows must keep, indexes, functions,
 * triggers, policies, and who was granted what. Written by the server itself, so that only what one server says of two
 * schemas may be compared: it differs between versions.
 */
export const CATALOGUE = `
  with schema as (select current_schema()::regnamespace as oid),
  thing as (
    select c.* from pg_class c, schema s
     where c.relnamespace = s.oid and c.relkind <> 'c' and not exists (
       select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ), program as (
    select p.* from pg_proc p, schema s
     where p.pronamespace = s.oid and not exists (
       select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  ), granted as (
    select c.relname::text as thing, c.relowner as owner, c.relacl as acl from thing c
    union all
    select concat(c.relname, '.', a.attname), c.relowner, a.attacl
      from thing c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    union all
    select p.oid::regprocedure::text, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)) from program p
  )
  select case c.relkind when 'r' then 'table ' when 'i' then 'index ' when 'S' then 'sequence ' when 'v' then 'view '
           else 'relation ' end || c.relname as name,
         concat_ws(' ', c.relkind, c.relowner::regrole, c.relpersistence, exists (
           select from pg_inherits h where h.inhparent = c.oid or h.inhrelid = c.oid)) as written
    from thing c
  union all
  select 'wall of ' || c.relname, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity)
    from thing c where c.relkind in ('r', 'p')
  union all
  select concat('column ', c.relname, '.', a.attname), concat_ws(' ', format_type(a.atttypid, a.atttypmod),
           a.attcollation::regcollation, a.attnotnull, a.attgenerated, a.attidentity, pg_get_expr(d.adbin, d.adrelid))
    from thing c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where c.relkind <> 'i'
  union all
  -- That a column is not null stands with the column: from PostgreSQL 18 on it is a constraint too.
  select concat('constraint ', o.conname, ' on ', c.relname),
         concat_ws(' ', pg_get_constraintdef(o.oid, true), o.convalidated)
    from pg_constraint o join thing c on c.oid = o.conrelid where o.contype <> 'n'
  union all
  select 'index ' || c.relname, concat_ws(' ', pg_get_indexdef(c.oid, 0, true), i.indisvalid, i.indislive)
    from pg_index i join thing c on c.oid = i.indexrelid
  union all
  select concat('trigger ', t.tgname, ' on ', c.relname), concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid, true))
    from pg_trigger t join thing c on c.oid = t.tgrelid where not t.tgisinternal
  union all
  -- The triggers by which a foreign key is kept have a number for a name.
  select distinct concat('trigger of ', o.conname, ' on ', c.relname), t.tgenabled::text
    from pg_trigger t join thing c on c.oid = t.tgrelid left join pg_constraint o on o.oid = t.tgconstraint
   where t.tgisinternal and t.tgenabled <> 'O'
  union all
  select concat('policy ', o.polname, ' on ', c.relname), concat_ws(' ', o.polcmd, o.polpermissive,
           o.polroles::regrole[], pg_get_expr(o.polqual, o.polrelid), '/', pg_get_expr(o.polwithcheck, o.polrelid))
    from pg_policy o join thing c on c.oid = o.polrelid
  union all
  select concat('rule ', r.rulename, ' on ', c.relname), concat_ws(' ', r.ev_enabled, pg_get_ruledef(r.oid, true))
    from pg_rewrite r join thing c on c.oid = r.ev_class
  union all
  -- The first line of a function names the schema; its body stays as it was written.
  select 'function ' || p.oid::regprocedure, concat_ws(' ', p.proowner::regrole, case when p.prokind <> 'a'
           then regexp_replace(pg_get_functiondef(p.oid), quote_ident(s.oid::regnamespace::text) || '\\.', '') end)
    from program p, schema s
  union all
  select 'operator ' || o.oid::regoperator, o.oprcode::text from pg_operator o, schema s where o.oprnamespace = s.oid
  union all
  select concat('grant ', a.privilege_type, ' on ', g.thing, ' to ', case a.grantee when 0 then 'public'
           else a.grantee::regrole::text end), a.is_grantable::text
    from granted g, aclexplode(g.acl) a where a.grantee <> g.owner`;

/**
 * What stands beside the schema and must not be there at all, each under a name of its own: what the application's role
 * and the logins that act as it could step over the walls by, what would give a new table other grants than
 * the migrations do, and what would lead the names in a statement to other tables or keep a trigger from running.
 */
export const BESIDE = `
  with app as (
    select r.* from pg_roles r where r.rolname = 'tanggap_app' or (r.rolname <> current_user and exists (
      select from pg_auth_members m join pg_roles a on a.oid = m.roleid
       where a.rolname = 'tanggap_app' and m.member = r.oid and pg_has_role(r.oid, a.oid, 'USAGE')))
  ), place as (
    select d.oid, d.datdba as owner, d.datacl as acl, 'the database' as name
      from pg_database d where d.datname = current_database()
    union all
    select n.oid, n.nspowner, n.nspacl, 'schema public' from pg_namespace n where n.nspname = 'public'
  )
  select concat('role ', r.rolname, ' with ', might.name) as name
    from app r, lateral (values ('superuser', r.rolsuper), ('bypassrls', r.rolbypassrls), ('createrole', r.rolcreaterole),
      ('createdb', r.rolcreatedb), ('replication', r.rolreplication)) might (name, has) where might.has
  union all
  select concat('role ', r.rolname, ' in ', m.roleid::regrole)
    from app r join pg_auth_members m on m.member = r.oid where m.roleid::regrole::text <> 'tanggap_app'
  union all
  select concat('role ', r.rolname, ' owns ', p.name) from app r join place p on p.owner = r.oid
  union all
  select concat('grant CREATE on ', p.name, ' to ', case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
    from place p, aclexplode(p.acl) a
   where a.privilege_type = 'CREATE' and a.grantee <> p.owner
     and (a.grantee = 0 or a.grantee in (select oid from app))
  union all
  select concat('grant ', a.privilege_type, ' on parameter ', p.parname)
    from pg_parameter_acl p, aclexplode(p.paracl) a where a.grantee = 0 or a.grantee in (select oid from app)
  union all
  select 'default privileges of ' || d.defaclrole::regrole
    from pg_default_acl d where d.defaclrole = current_user::regrole
  union all
  -- The search path begins with the schema that is named as the login.
  select 'schema ' || n.nspname
    from pg_namespace n where n.nspname = current_user or n.nspname in (select rolname from app)
  union all
  select concat('setting ', one.setting) from pg_db_role_setting s, unnest(s.setconfig) one (setting)
   where (s.setdatabase = 0 or s.setdatabase in (select oid from place))
     and (s.setrole = 0 or s.setrole = current_user::regrole or s.setrole in (select oid from app))
     and split_part(one.setting, '=', 1) in
       ('search_path', 'session_replication_role', 'row_security', 'role', 'local_preload_libraries', 'session_preload_libraries')`;
