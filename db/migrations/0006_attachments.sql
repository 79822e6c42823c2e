-- Files that people bring (docs/decisions/0028). Until here no door took any, so that the first draft of the table is empty.

drop table attachment;

-- A file of ours: what the sealed file in the data folder is, under a key of its own. That key is wrapped with everything else
-- that the row says, so that a row which was changed opens nothing. Destroying wrapped_key erases.
create table attachment (
  office_id smallint not null references office,
  -- 122 random bits, told to whoever brought the file and to nobody else until it lies on a case.
  attachment_id uuid not null,
  -- Who brought it and alone may put it to a case: an account, or 00000000-0000-0000-0000-000000000000, somebody without one.
  uploader uuid not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 bytea,
  key_id text not null,
  wrapped_key bytea,
  -- The name that it was given, which may name somebody, under the same key.
  sealed_name bytea,
  uploaded_at timestamptz not null,
  erased_at timestamptz,
  primary key (office_id, attachment_id),
  unique (office_id, attachment_id, uploader)
);
create index attachment_uploaded on attachment (office_id, uploaded_at);

-- Which case a file lies on: one, for ever, written with the entry that names it. Only by who brought it, and not what has
-- been taken away meanwhile: the foreign key says both.
create table case_attachment (
  office_id smallint not null,
  attachment_id uuid not null,
  case_id uuid not null,
  uploader uuid not null,
  bound_at timestamptz not null,
  constraint case_attachment_once primary key (office_id, attachment_id),
  constraint case_attachment_by_its_uploader foreign key (office_id, attachment_id, uploader)
    references attachment (office_id, attachment_id, uploader)
);
create index case_attachment_case on case_attachment (office_id, case_id);

create trigger attachment_erasure_only before update on attachment
  for each row execute function allow_erasure_only('wrapped_key', 'sealed_name', 'sha256');
create trigger case_attachment_append_only before update or delete or truncate on case_attachment
  for each statement execute function refuse_change();

-- Which file was opened.
alter table access_log add column attachment_id uuid;

do $$
declare t text;
begin
  foreach t in array array['attachment', 'case_attachment']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on attachment, case_attachment to tanggap_app;
grant update (wrapped_key, sealed_name, sha256, erased_at) on attachment to tanggap_app;
