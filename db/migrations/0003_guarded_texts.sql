-- Texts and people can be erased and nothing else: each text carries a seal over its place, purpose, author, time and
-- body (HMAC under the chain key), which `verify` checks and erasing destroys with the text.

alter table case_text add column mac bytea;
-- Texts that were there before this file carry no seal; only those older than this moment may lack one.
insert into installation (name, value, written_at)
  select 'texts-sealed-since', to_jsonb(now()), now() where exists (select from case_text);

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
alter table office_text enable row level security;
create policy own_office on office_text
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert, update on office_text to tanggap_app;

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

-- The log of who looked at what cannot be erased, so it holds no free text: `reason` is the id of a text of the case or
-- of the office, or of the erasure in its ledger.
alter table access_log add constraint access_log_reason_is_an_id
  check (reason ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') not valid;

-- Since when something waits, by the clock of the database, so that a worker that stands still is seen.
alter table outbox add column queued_at timestamptz not null default now();
alter table anchor_pending add column queued_at timestamptz not null default now();
