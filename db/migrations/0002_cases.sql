-- A case: one current row, text apart, vault apart, history apart; its numbers, and who looked at what.

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
  -- Of all its rows in report_fact and report_fact_past (`facts-hash.ts`), and under the seal.
  facts_hash bytea not null,
  -- Of all its rows in identity (`people-hash.ts`), and under the seal as well.
  people_hash bytea not null,
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
-- Covering indexes for the inbox: open cases are few, so each write pays little for each.
create index complaint_case_inbox on complaint_case (office_id, due_at, case_id)
  include (unit, status, restricted, protected, urgent, owner, counted) where is_open;
-- A filter by unit or status must not walk every open case.
create index complaint_case_inbox_unit on complaint_case (office_id, unit, due_at, case_id)
  include (status, restricted, protected, urgent, owner) where is_open;
create index complaint_case_inbox_status on complaint_case (office_id, status, due_at, case_id)
  include (unit, restricted, protected, urgent, owner) where is_open;
-- A search under a filter reads the cases of the filter alone, the newest first. They are partial, the second of all rows,
-- so that none serves a query that names no unit or status: a connection that looks up a case while the table is empty
-- would keep one in place of the primary key.
create index complaint_case_newest_unit on complaint_case (office_id, unit, received_at desc, case_id desc)
  where unit is not null;
create index complaint_case_newest_status on complaint_case (office_id, status, received_at desc, case_id desc)
  where status is not null;
-- Under both: of a large unit few cases are received and not yet disposed, and without it each search read them all.
create index complaint_case_newest_unit_status on complaint_case
  (office_id, unit, status, received_at desc, case_id desc) where unit is not null and status is not null;

-- Staff accounts complained of: they neither see nor touch the case (rule 28). Almost always empty.
create table case_respondent (
  office_id smallint not null,
  account_id uuid not null,
  case_id uuid not null,
  primary key (office_id, account_id, case_id)
);
-- Readers of a case that is `restricted`: terbatas (rule 27), or its terlapor is named by the public and nobody has said who
-- he is (rule 28). Four are no account: 00000000-0000-0000-0000-000000000000 stands for whoever may read the closed lane,
-- as long as nobody is named; 00000000-0000-0000-0000-000000000001 for whoever decides on an audit, while a telaah waits
-- for that decision; 00000000-0000-0000-0000-000000000002 for whoever disposes, until the terlapor is known;
-- 00000000-0000-0000-0000-000000000003 for whoever accepts urgent cases, who reads nothing but that such a one waits (rule 5).
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
  -- A seal over place, purpose, author, time and body (HMAC under the chain key), which `verify` checks; erased too.
  mac bytea,
  erased_at timestamptz,
  primary key (office_id, case_id, text_id)
);

-- The coordinator's list of desk answers, by when they were written down (rule 4).
create index case_text_answers on case_text (office_id, written_at desc, case_id desc) where purpose = 'answer';

-- What somebody wrote that belongs to no case, such as the reason of an unmasked export.
create table office_text (
  office_id smallint not null references office,
  text_id uuid not null,
  purpose text not null,
  body text,
  mac bytea,
  author uuid,
  written_at timestamptz not null,
  erased_at timestamptz,
  primary key (office_id, text_id)
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

-- Events of the whole office that belong to no case: public figures approved or withdrawn, acts on accounts, roles and
-- tokens. What else an office does joins them here.
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

-- The next entry has a number of its own only while none is beyond what the row knows: the application writes the row
-- first. The owner, who seeds a whole register by COPY, is not asked.
-- What it seeks is the row of this key; the range, the order and the limit beside it only leave the primary key as the one
-- index that serves. A connection keeps the plan that it made while the table was empty, when every index looked alike, and
-- by the key alone it then read every case of the office. plan_cache_mode does not serve here: a plan for each entry takes
-- several times as long as the look-up, and a generic one is the very plan that is kept.
create function refuse_entry_beyond() returns trigger language plpgsql as $$
declare
  known int;
begin
  select c.version into known from complaint_case c
   where (c.office_id, c.case_id) >= (new.office_id, new.case_id) and c.office_id = new.office_id and c.case_id = new.case_id
   order by c.office_id, c.case_id limit 1;
  if new.seq > coalesce(known, 0) then
    raise exception 'entry % is beyond the version of its case', new.seq using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger case_event_within_version after insert on case_event
  for each row when (row_security_active('complaint_case')) execute function refuse_entry_beyond();
create trigger complaint_case_version_grows before update on complaint_case
  for each row when (new.version < old.version) execute function refuse_change();

-- Told to others later: written with the event, moved to the queue and to the next anchor by the worker.
create table outbox (
  outbox_id bigint generated always as identity primary key,
  office_id smallint not null,
  case_id uuid not null,
  seq int not null,
  event_type text not null,
  mac bytea not null,
  recorded_at timestamptz not null,
  -- Since when it waits, by the clock of the database, so that a worker that stands still is seen.
  queued_at timestamptz not null default now()
);
create table anchor_pending (
  office_id smallint not null,
  case_id uuid not null,
  seq int not null,
  mac bytea not null,
  queued_at timestamptz not null default now(),
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
  -- Where the printed series begins anew each month (rule 9): the latest month in which a number was given, 0 = none yet,
  -- and the number before its first.
  month smallint not null default 0 check (month between 0 and 12),
  before_month int not null default 0,
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
  -- It cannot be erased, so it holds no free text: the id of a text of the case or of the office, or of the erasure in
  -- its ledger.
  reason text constraint access_log_reason_is_an_id
    check (reason ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
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

-- What was erased, when and on what ground.
create table erasure_ledger (
  office_id smallint not null,
  erasure_id uuid not null,
  at timestamptz not null,
  subject text not null check (subject in ('identity', 'text', 'attachment')),
  subject_id uuid not null,
  case_id uuid,
  ground text not null,
  account_id uuid,
  -- By the clock of the database, as the vacuums that follow (`vacuum-erased.job.ts`); `at` is by that of the program.
  written_at timestamptz not null default now(),
  primary key (office_id, erasure_id)
);

-- Instance ------------------------------------------------------------------------------------------------------------------

-- Facts of this installation: by which value the master key is known again.
create table installation (
  name text primary key,
  value jsonb not null,
  written_at timestamptz not null
);

-- Texts and people can be erased and nothing else. ------------------------------------------------------------------------

-- An update may empty the named columns and date the erasure, once; everything else stays as it was written.
create function allow_erasure_only() returns trigger language plpgsql as $$
declare
  erasable constant text[] := array(select unnest(tg_argv));
begin
  if old.erased_at is not null or new.erased_at is null
    or jsonb_strip_nulls(to_jsonb(new)) ?| erasable
    or to_jsonb(new) - (erasable || 'erased_at'::text) <> to_jsonb(old) - (erasable || 'erased_at'::text)
  then
    raise exception '% can be erased and not changed', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger case_text_erasure_only before update on case_text
  for each row execute function allow_erasure_only('body', 'mac');
create trigger office_text_erasure_only before update on office_text
  for each row execute function allow_erasure_only('body', 'mac');
create trigger identity_erasure_only before update on identity
  for each row execute function allow_erasure_only('wrapped_key', 'sealed', 'hashes');
create trigger case_text_stays before delete or truncate on case_text
  for each statement execute function refuse_change();
create trigger office_text_stays before delete or truncate on office_text
  for each statement execute function refuse_change();
create trigger identity_stays before delete or truncate on identity
  for each statement execute function refuse_change();
create trigger erasure_ledger_append_only before update or delete or truncate on erasure_ledger
  for each statement execute function refuse_change();

-- Walls: each office sees its own rows only; the application can append to history and do nothing else in it. ----------------

do $$
declare t text;
begin
  foreach t in array array['complaint_case', 'case_respondent', 'case_reader', 'case_text', 'office_text', 'case_search', 'identity',
    'identity_index', 'case_event', 'office_event', 'outbox', 'anchor_pending', 'register_counter',
    'register_entry', 'kept_answer', 'access_log', 'attachment', 'erasure_ledger']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select on complaint_case, case_respondent, case_reader, case_text, office_text, case_search, identity, identity_index,
  case_event, office_event, register_counter, register_entry, kept_answer, access_log, attachment, erasure_ledger
  to tanggap_app;
grant insert on complaint_case, case_respondent, case_reader, case_text, office_text, case_search, identity, identity_index,
  case_event, office_event, outbox, register_counter, register_entry, kept_answer, access_log, erasure_ledger to tanggap_app;
-- A row changes where an act changes it and nowhere else: not whose it is, nor by which secret its complainant is known.
do $$
begin
  execute (select format('grant update (%s) on complaint_case to tanggap_app', string_agg(quote_ident(attname), ', '))
    from pg_attribute where attrelid = 'complaint_case'::regclass and attnum > 0
      and attname not in ('office_id', 'case_id', 'secret_hash'));
end $$;
grant update (body, mac, erased_at) on case_text, office_text to tanggap_app;
grant update (wrapped_key, sealed, hashes, erased_at) on identity to tanggap_app;
grant update (words, received_at) on case_search to tanggap_app;
grant update (next_no, month, before_month) on register_counter to tanggap_app;
grant update (body_hash, sealed, case_id, kept_at) on kept_answer to tanggap_app;
-- A number once given stays as it was given (rule 11): it may only be marked BATAL.
grant update (cancelled_at) on register_entry to tanggap_app;
grant delete on case_respondent, case_reader, identity_index, kept_answer to tanggap_app;
