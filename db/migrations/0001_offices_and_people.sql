-- The store of Tanggap. office_id stands first in the keys of what belongs to an office, but for sessions, found by a
-- hash before the office is known, outbox and anchors; the calendar belongs to all. Nothing points across offices.
-- Codes (smallint) are positions in the closed vocabularies of src/domain/complaint/vocabulary.ts, which only grow at the
-- end, or rows of office_code for what each office names itself.

-- A database that was made under PostgreSQL 14 or before lets everybody make functions beside ours, which search_cases
-- would find. The one schema that is named here: it stands already.
do $$
begin
  if has_schema_privilege('public', 'public', 'create') then revoke create on schema public from public; end if;
end $$;

-- Offices ---------------------------------------------------------------------------------------------------------

create table office (
  office_id smallint primary key,
  slug text not null unique,
  ticket_prefix text not null unique check (ticket_prefix ~ '^[A-Z]{3}$'),
  zone text not null,
  data jsonb not null,
  version int not null,
  files_hash text not null,
  applied_at timestamptz not null,
  -- Calendar, hours and known days under which the open deadlines of this office were last counted.
  deadlines_under text not null default ''
);

-- Every version that was ever in force: the steps of a case are shown and counted by the SOP it began with.
create table office_version (
  office_id smallint not null references office,
  version int not null,
  data jsonb not null,
  -- The files as applied, before what was changed in the application was laid over them; null for such a change.
  files_data jsonb,
  files_hash text not null,
  -- Nothing writes 'application' yet: it is for the pages that will change an office.
  source text not null check (source in ('files', 'application')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (office_id, version)
);

-- Numbers for the keys an office names itself (service, category, unit, place, SOP); a key keeps its number for ever.
create table office_code (
  office_id smallint not null references office,
  axis text not null check (axis in ('service', 'category', 'unit', 'place', 'sop')),
  code smallint not null,
  key text not null,
  primary key (office_id, axis, code),
  unique (office_id, axis, key)
);

-- Calendar: one row a decision; a withdrawn day keeps its row, so that any moment's calendar can be replayed.
create table calendar_day (
  day date not null,
  kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
  name text not null,
  decree text not null,
  announced_on date not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  primary key (day, kind, announced_on)
);
-- Each state of the table above that was ever loaded; open deadlines are counted anew when it moves on.
create table calendar_revision (
  revision int primary key,
  rows_hash text not null,
  recorded_at timestamptz not null
);
-- When people fast, from db/reference/ramadan.csv. It stands beside the days off, under the same revision, because
-- working days and service time rest on it wherever an office has a circular: a period that is corrected (sidang isbat)
-- moves open deadlines just as a decree does, and the former keeps its row.
create table ramadan_period (
  year smallint not null,
  first_day date not null,
  last_day date not null check (last_day > first_day),
  note text not null,
  announced_on date not null,
  withdrawn_on date,
  recorded_at timestamptz not null,
  primary key (year, announced_on)
);

-- People who work here ----------------------------------------------------------------------------------------------

create table account (
  office_id smallint not null references office,
  account_id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  -- Somebody else has seen the password: its holder can do nothing before he has chosen another, and by then he must have.
  password_one_time_until timestamptz,
  unit text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  -- Keyed seal over all but created_at: src/features/people/row-seal.ts.
  mac bytea not null,
  primary key (office_id, account_id)
);
-- In all offices together, since sign-in asks for no office; of a closed account it is free again.
create unique index account_email on account (lower(email)) where disabled_at is null;

-- A role is held for a period, both days included, by a decree; deputies hold it for the dates of the deputation (rule 33).
-- A period that was ended before it began has its last day before its first. Nothing writes deputy_for yet: it is the place
-- of the deputies.
create table account_role (
  office_id smallint not null,
  account_id uuid not null,
  role text not null,
  unit text,
  from_on date not null,
  to_on date,
  decree text,
  deputy_for uuid,
  granted_at timestamptz not null,
  -- Keyed seal over all of it.
  mac bytea not null,
  primary key (office_id, account_id, role, from_on),
  foreign key (office_id, account_id) references account
);

create table staff_session (
  token_hash bytea primary key,
  office_id smallint not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- Keyed seal over all but last_seen_at.
  mac bytea not null,
  foreign key (office_id, account_id) references account
);

create table api_token (
  office_id smallint not null references office,
  token_hash bytea not null unique,
  token_id uuid not null,
  name text not null,
  role text not null,
  -- Who made a token answers for it: where he is shut out of a case, it is too (rule 28), and his units are its own.
  made_by uuid,
  -- The one unit of a token that nobody answers for; null = every unit.
  unit text check (made_by is null or unit is null),
  created_at timestamptz not null,
  revoked_at timestamptz,
  -- Keyed seal over all but name.
  mac bytea not null,
  primary key (office_id, token_id),
  foreign key (office_id, made_by) references account
);

create table sign_in_attempt (
  key_hash bytea not null,
  at timestamptz not null,
  ok boolean not null
);
create index sign_in_attempt_key on sign_in_attempt (key_hash, at);
-- What is old goes at every sign-in.
create index sign_in_attempt_at on sign_in_attempt (at);

-- What was closed stays closed: a seal and columns that were kept from before are put back by nobody but the owner.
create function refuse_reopening() returns trigger language plpgsql as $$
begin
  raise exception 'what was closed in % stays closed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger account_stays_closed before update on account
  for each row when (old.disabled_at is not null and new.disabled_at is distinct from old.disabled_at)
  execute function refuse_reopening();
create trigger api_token_stays_revoked before update on api_token
  for each row when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
  execute function refuse_reopening();

-- Walls: a statement that forgets the office reaches the rows of the one that app.office_id names, or none. The
-- application sets that itself, so this is no wall against somebody who runs any statement as the application (decision
-- 0023). The owner of the tables passes: seed, import, worker and the functions below are his. Offices, their codes and
-- the calendar are read by everybody, before anybody is known, and written by the owner only. ----------------------------

do $$
declare t text;
begin
  foreach t in array array['account', 'account_role', 'staff_session', 'api_token', 'office_version']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select on office, office_version, office_code, calendar_day, calendar_revision, ramadan_period, account, account_role,
  staff_session, api_token, sign_in_attempt to tanggap_app;
grant insert on account, account_role, staff_session, api_token to tanggap_app;
-- Of a row that stands, only what an act of the application changes.
grant update (password_hash, password_one_time_until, mac, disabled_at) on account to tanggap_app;
grant update (unit, to_on, decree, deputy_for, granted_at, mac) on account_role to tanggap_app;
grant update (last_seen_at) on staff_session to tanggap_app;
grant update (revoked_at, mac) on api_token to tanggap_app;
grant insert on sign_in_attempt to tanggap_app;
grant delete on staff_session, sign_in_attempt to tanggap_app;

-- Sign-in, a cookie and a token are looked up before the office is known: for each there is one function that steps over
-- the wall with one explicit key, by one index, and gives one row.

create function find_sign_in(sought_email text)
returns table (
  office_id smallint, account_id uuid, email text, name text, unit text, password_hash text,
  password_one_time_until timestamptz, mac bytea
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select a.office_id, a.account_id, a.email, a.name, a.unit, a.password_hash,
      a.password_one_time_until, a.mac
    from public.account a
   where lower(a.email) = lower(sought_email) and a.disabled_at is null;
end $$;

create function find_session(sought_hash bytea)
returns table (
  office_id smallint, account_id uuid, name text, email text, unit text, password_hash text,
  password_one_time_until timestamptz, account_mac bytea, last_seen_at timestamptz, created_at timestamptz,
  expires_at timestamptz, mac bytea
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.office_id, s.account_id, a.name, a.email, a.unit, a.password_hash,
      a.password_one_time_until, a.mac, s.last_seen_at, s.created_at, s.expires_at, s.mac
    from public.staff_session s join public.account a on a.office_id = s.office_id and a.account_id = s.account_id
   where s.token_hash = sought_hash and a.disabled_at is null;
end $$;

create function end_session(sought_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.staff_session where token_hash = sought_hash
$$;

-- A token acts in the place of whoever made it: when that account is closed, the token ends with it.
create function find_token(sought_hash bytea)
returns table (
  office_id smallint, token_id uuid, name text, role text, made_by uuid, unit text, created_at timestamptz, mac bytea
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select t.office_id, t.token_id, t.name, t.role, t.made_by, t.unit, t.created_at, t.mac
    from public.api_token t
    left join public.account a on a.office_id = t.office_id and a.account_id = t.made_by
   where t.token_hash = sought_hash and t.revoked_at is null and a.disabled_at is null;
end $$;

revoke execute on function find_sign_in(text), find_session(bytea), end_session(bytea), find_token(bytea) from public;
grant execute on function find_sign_in(text), find_session(bytea), end_session(bytea), find_token(bytea) to tanggap_app;
