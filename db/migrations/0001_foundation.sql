-- The store of Tanggap. office_id stands first in every key; nothing points across offices.
-- Codes (smallint) are positions in the closed vocabularies of src/domain/complaint/vocabulary.ts, which only grow at the
-- end, or rows of office_code for what each office names itself.

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

-- Every version that was ever in force, so that a case can be read under the SOP it began with.
create table office_version (
  office_id smallint not null references office,
  version int not null,
  data jsonb not null,
  -- The files as applied, before what was changed in the application was laid over them; null for such a change.
  files_data jsonb,
  files_hash text not null,
  source text not null check (source in ('files', 'application')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (office_id, version)
);

-- Numbers for the keys an office names itself (service, category, unit, place); a key keeps its number for ever.
create table office_code (
  office_id smallint not null references office,
  axis text not null check (axis in ('service', 'category', 'unit', 'place')),
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

-- People who work here ----------------------------------------------------------------------------------------------

create table account (
  office_id smallint not null references office,
  account_id uuid not null,
  email text not null,
  name text not null,
  password_hash text,
  unit text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (office_id, account_id)
);
create unique index account_email on account (lower(email));

-- A role is held for a period, by a decree; deputies hold it for the dates of the deputation (rule 33).
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
  user_agent text,
  revoked_at timestamptz,
  foreign key (office_id, account_id) references account
);

create table api_token (
  office_id smallint not null references office,
  token_hash bytea not null unique,
  token_id uuid not null,
  name text not null,
  role text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (office_id, token_id)
);

create table sign_in_attempt (
  key_hash bytea not null,
  at timestamptz not null,
  ok boolean not null
);
create index sign_in_attempt_key on sign_in_attempt (key_hash, at);

-- The case: one current row, text apart, vault apart, history apart ---------------------------------------------------

create table complaint_case (
  office_id smallint not null,
  case_id uuid not null,
  ticket text not null,
  secret_hash bytea,
  version int not null,
  head_mac bytea not null,
  -- HMAC over the head, the columns below and the exact text of `state`: a row changed by hand is found by `verify`.
  row_key_id text not null,
  row_mac bytea not null,
  status smallint not null,
  kind smallint not null,
  channel smallint not null,
  service smallint,
  category smallint,
  severity smallint,
  unit smallint,
  place smallint,
  outcome smallint,
  provenance smallint not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  register_year smallint,
  register_no int,
  -- The one limit that binds next; infinity while it waits for its calendar or nothing binds (rule 14).
  due_at timestamptz not null,
  due_clock smallint,
  is_open boolean not null,
  counted boolean not null default true,
  urgent boolean not null,
  protected boolean not null,
  restricted boolean not null,
  owner uuid,
  -- The folded CaseState, SOP steps and clocks within; json, not jsonb, since its text is sealed by row_mac.
  state json not null,
  primary key (office_id, case_id)
) with (fillfactor = 85);
create unique index complaint_case_ticket on complaint_case (office_id, ticket);
create unique index complaint_case_register on complaint_case (office_id, register_year, register_no)
  where register_no is not null;
-- One covering index for every filter of the inbox: open cases are few, and each write pays for each index.
create index complaint_case_inbox on complaint_case (office_id, due_at, case_id)
  include (unit, status, restricted, protected, urgent, owner, counted) where is_open;

-- Staff accounts complained of: they neither see nor touch the case (rule 28). Almost always empty.
create table case_respondent (
  office_id smallint not null,
  account_id uuid not null,
  case_id uuid not null,
  primary key (office_id, account_id, case_id)
);
-- Named readers of a restricted case (rule 27).
create table case_reader (
  office_id smallint not null,
  account_id uuid not null,
  case_id uuid not null,
  primary key (office_id, account_id, case_id)
);

-- What people wrote. Erasing sets body to null; the history only holds the reference.
create table case_text (
  office_id smallint not null,
  text_id uuid not null,
  case_id uuid not null,
  purpose text not null,
  body text,
  author uuid,
  written_at timestamptz not null,
  erased_at timestamptz,
  primary key (office_id, case_id, text_id)
);

-- Words to search by, cleaned of stop words by the application; erased with the text.
create table case_search (
  office_id smallint not null,
  case_id uuid not null,
  received_at timestamptz not null,
  words tsvector not null,
  primary key (office_id, case_id)
);
-- A short pending list: a search reads it through, and whoever fills it pays for emptying it.
create index case_search_words on case_search using gin (words) with (gin_pending_list_limit = 1024);
alter table case_search alter column words set statistics 500;
create index case_search_newest on case_search (office_id, received_at desc, case_id desc);

-- Search, newest first. Row-level security would forbid the use of the words' index (`@@` is not leakproof), so this one
-- function steps over it, with the office as an argument that must be the caller's own. EXECUTE plans for the words at
-- hand: a rare word goes by the words, a common one by the dates. Whoever is complained of finds nothing (rule 28).
create function search_cases(
  office smallint, query tsquery, account uuid, persons uuid[], readers uuid[], sees_open boolean, sees_protected boolean,
  units smallint[], in_status smallint, in_unit smallint, before_at timestamptz, before_id uuid, most int
) returns table (case_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if office is distinct from nullif(current_setting('app.office_id', true), '')::smallint then
    raise exception 'search in another office refused' using errcode = 'insufficient_privilege';
  end if;
  return query execute
    'select s.case_id, s.received_at
       from case_search s
       join complaint_case c on c.office_id = s.office_id and c.case_id = s.case_id
      where s.office_id = $1 and s.words @@ $2
        and (s.received_at, s.case_id) < ($11, $12)
        and ($9 is null or c.status = $9) and ($10 is null or c.unit = $10)
        and c.case_id <> all (array(
          select t.case_id from case_respondent t where t.office_id = $1 and t.account_id = any ($4)))
        and case
          when c.restricted then c.case_id = any (array(
            select r.case_id from case_reader r where r.office_id = $1 and r.account_id = any ($5)))
          when c.protected then c.owner = $3
            or ($7 and (c.unit is null or $8 is null or c.unit = any ($8)))
          else $6 end
      order by s.received_at desc, s.case_id desc
      limit $13'
    using office, query, account, persons, readers, sees_open, sees_protected, units, in_status, in_unit,
      before_at, before_id, most;
end $$;

-- The vault: each identity sealed with its own key, that key wrapped by the master key. Destroying wrapped_key erases.
create table identity (
  office_id smallint not null,
  case_id uuid not null,
  identity_id uuid not null,
  part text not null check (part in ('reporter', 'concern', 'respondent')),
  key_id text not null,
  wrapped_key bytea,
  sealed bytea,
  -- Its hashes in identity_index, 16 bytes each, so that erasing finds them without opening anything.
  hashes bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (office_id, case_id, identity_id)
);

-- Blind indexes: a keyed hash of field and normalised value, so that a person is found without opening the vault.
create table identity_index (
  office_id smallint not null,
  hash bytea not null,
  case_id uuid not null,
  identity_id uuid not null,
  primary key (office_id, hash, case_id, identity_id)
);

-- The history. `body` is the exact text the chain was computed over; mac = HMAC(key, previous mac, place, body).
create table case_event (
  office_id smallint not null,
  case_id uuid not null,
  seq int not null check (seq > 0),
  recorded_at timestamptz not null,
  key_id text not null,
  body text not null,
  mac bytea not null,
  primary key (office_id, case_id, seq)
);

-- Events of the whole office that belong to no case: restores, key changes, erasures, closed months.
create table office_event (
  office_id smallint not null,
  seq int not null check (seq > 0),
  recorded_at timestamptz not null,
  key_id text not null,
  body text not null,
  mac bytea not null,
  primary key (office_id, seq)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger case_event_append_only before update or delete or truncate on case_event
  for each statement execute function refuse_change();
create trigger office_event_append_only before update or delete or truncate on office_event
  for each statement execute function refuse_change();

-- Told to others later: written with the event, moved to the queue and to the next anchor by the worker.
create table outbox (
  outbox_id bigint generated always as identity primary key,
  office_id smallint not null,
  case_id uuid not null,
  seq int not null,
  event_type text not null,
  mac bytea not null,
  recorded_at timestamptz not null
);
create table anchor_pending (
  office_id smallint not null,
  case_id uuid not null,
  seq int not null,
  mac bytea not null,
  primary key (office_id, case_id)
);
-- Mirror of the anchor files that stand outside the database.
create table anchor (
  anchor_no bigint primary key,
  at timestamptz not null,
  chains int not null,
  mac bytea not null
);

-- Numbers (rules 9, 11) ------------------------------------------------------------------------------------------------

create table register_counter (
  office_id smallint not null,
  year smallint not null,
  -- Where the paper book stood (rule 9).
  first_no int not null check (first_no > 0),
  next_no int not null check (next_no >= first_no),
  primary key (office_id, year)
);
-- Every number ever given, BATAL included: gaps can be shown not to exist.
create table register_entry (
  office_id smallint not null,
  year smallint not null,
  no int not null,
  case_id uuid not null,
  printed text not null,
  given_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (office_id, year, no)
);
create index register_entry_case on register_entry (office_id, case_id);

-- A repeat gets the same answer, secret included, for 24 hours (design law 1).
create table kept_answer (
  office_id smallint not null,
  key_hash bytea not null,
  body_hash bytea not null,
  sealed bytea not null,
  -- Erasing a person of this case destroys the kept answer too.
  case_id uuid,
  kept_at timestamptz not null,
  primary key (office_id, key_hash)
);

-- Who looked at what (rules 6, 32): append-only as the history.
create table access_log (
  office_id smallint not null,
  access_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  case_id uuid,
  identity_id uuid,
  reason text,
  primary key (office_id, access_id)
);
create index access_log_at on access_log (office_id, at desc);
create trigger access_log_append_only before update or delete or truncate on access_log
  for each statement execute function refuse_change();

create table attachment (
  office_id smallint not null,
  attachment_id uuid not null,
  case_id uuid,
  file_name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  key_id text not null,
  wrapped_key bytea,
  uploaded_at timestamptz not null,
  erased_at timestamptz,
  primary key (office_id, attachment_id)
);

-- Figures ---------------------------------------------------------------------------------------------------------------

-- What stands now (effective and recorded until further notice): one row a case.
create table report_fact (
  office_id smallint not null,
  case_id uuid not null,
  received_on date not null,
  kind smallint not null,
  channel smallint not null,
  service smallint,
  category smallint,
  severity_first smallint,
  severity smallint,
  status smallint not null,
  outcome smallint,
  unit smallint,
  place smallint,
  provenance smallint not null,
  receipt_precision smallint not null,
  counted boolean not null,
  cancelled boolean not null,
  anonymous boolean not null,
  urgent boolean not null,
  protected boolean not null,
  at_desk boolean not null,
  complainants smallint not null,
  answer_working_days smallint,
  register_year smallint,
  register_no int,
  first_reaction_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  effective_from timestamptz not null,
  recorded_from timestamptz not null,
  primary key (office_id, case_id)
);
create index report_fact_received on report_fact (office_id, received_on);

-- What stood before: superseded in fact (effective_to) or in knowledge (recorded_to). Each row is one rectangle of both
-- axes, half open; the rectangles of a case never overlap. Nothing is entered ahead of its time, so a reading at the
-- moment E as recorded at T asks for least(E, T): that is what lets an ordinary act leave one row behind, not two.
create table report_fact_past (
  like report_fact,
  effective_to timestamptz not null,
  recorded_to timestamptz not null
);
create index report_fact_past_received on report_fact_past (office_id, received_on);
create index report_fact_past_case on report_fact_past (office_id, case_id);

-- Old registers ------------------------------------------------------------------------------------------------------------

create table register_import (
  office_id smallint not null,
  import_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  period text not null,
  imported_at timestamptz not null,
  imported_by uuid,
  verdict jsonb not null,
  primary key (office_id, import_id)
);
create table register_import_row (
  office_id smallint not null,
  row_hash bytea not null,
  import_id uuid not null,
  case_id uuid not null,
  sheet text not null,
  row_no int not null,
  doubts jsonb not null,
  suggestions jsonb not null,
  primary key (office_id, row_hash)
);
create index register_import_row_case on register_import_row (office_id, case_id);

-- Instance ------------------------------------------------------------------------------------------------------------------

-- Facts of this installation: key check value, made-at, restored-from.
create table installation (
  name text primary key,
  value jsonb not null,
  written_at timestamptz not null
);
create table erasure_ledger (
  office_id smallint not null,
  erasure_id uuid not null,
  at timestamptz not null,
  subject text not null check (subject in ('identity', 'text', 'attachment')),
  subject_id uuid not null,
  case_id uuid,
  ground text not null,
  account_id uuid,
  primary key (office_id, erasure_id)
);

-- Walls: each office sees its own rows only; the application role can append to history and to nothing else in it. ------------

do $$
declare t text;
begin
  foreach t in array array['account_role', 'complaint_case', 'case_text', 'case_search',
    'identity', 'identity_index', 'case_event', 'office_event', 'anchor_pending', 'register_counter', 'register_entry',
    'case_respondent', 'case_reader', 'kept_answer', 'access_log', 'attachment', 'report_fact', 'report_fact_past', 'register_import', 'register_import_row',
    'erasure_ledger']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select on all tables in schema public to tanggap_app;
revoke select on outbox, anchor_pending from tanggap_app;
grant insert, update on complaint_case, case_text, case_search, identity, identity_index, register_counter, register_entry,
  kept_answer, attachment, report_fact, report_fact_past, account, account_role, staff_session, api_token, office,
  office_version, office_code, register_import, register_import_row to tanggap_app;
grant insert, delete on case_respondent, case_reader to tanggap_app;
grant delete on case_search, identity_index, kept_answer, staff_session, sign_in_attempt, report_fact to tanggap_app;
grant insert on case_event, office_event, outbox, access_log, sign_in_attempt, erasure_ledger to tanggap_app;
revoke execute on function search_cases(smallint, tsquery, uuid, uuid[], uuid[], boolean, boolean, smallint[], smallint, smallint,
  timestamptz, uuid, int) from public;
grant execute on function search_cases(smallint, tsquery, uuid, uuid[], uuid[], boolean, boolean, smallint[], smallint, smallint,
  timestamptz, uuid, int) to tanggap_app;
