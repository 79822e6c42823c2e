-- Papers that were issued (docs/decisions/0029): frozen and sealed as they were signed, with their number and the signed copy.

create table paper (
  office_id smallint not null references office,
  paper_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  case_id uuid,
  dated date not null,
  paper_size text not null check (paper_size in ('A4', 'F4', 'A5')),
  letterhead text not null check (letterhead in ('kop', 'ruang', 'tanpa')),
  -- SHA-256 over the frozen tree; what is printed at the foot of the paper begins with it.
  content_hash bytea not null,
  -- The frozen tree under a key of its own, wrapped with all that stands above and with who issued it: a row that was changed
  -- opens nothing. Destroying wrapped_key erases.
  key_id text not null,
  wrapped_key bytea,
  sealed bytea,
  issued_by uuid not null,
  issued_at timestamptz not null,
  -- Of an own series, gap-free within its year (rule 9).
  series_year smallint,
  series_no int,
  -- As it is printed; null = nomor menyusul (rule 10). number_key is the same without spaces, in capitals.
  number text,
  number_key text,
  -- The signed copy that was scanned back (rule 34).
  signed_attachment uuid,
  signed_at timestamptz,
  voided_at timestamptz,
  erased_at timestamptz,
  primary key (office_id, paper_id),
  foreign key (office_id, issued_by) references account,
  check ((number is null) = (number_key is null)),
  check ((series_year is null) = (series_no is null))
);
-- A number used twice is refused, also one of a paper that was voided (rule 10).
create unique index paper_number_once on paper (office_id, number_key) where number_key is not null;
create unique index paper_series_once on paper (office_id, kind, series_year, series_no) where series_no is not null;
create index paper_newest on paper (office_id, issued_at desc, paper_id desc);
create index paper_case on paper (office_id, case_id, issued_at desc) where case_id is not null;
create index paper_unnumbered on paper (office_id, issued_at desc) where number is null and voided_at is null;

-- The next number of an own series; its row stays locked to the end of the transaction, so that no number is lost.
create table paper_counter (
  office_id smallint not null references office,
  kind text not null,
  year smallint not null,
  next_no int not null check (next_no > 0),
  primary key (office_id, kind, year)
);

-- The scan of a signed paper lies on that paper, as files of complainants lie on their case (0006).
create table paper_attachment (
  office_id smallint not null,
  attachment_id uuid not null,
  paper_id uuid not null,
  uploader uuid not null,
  bound_at timestamptz not null,
  primary key (office_id, attachment_id),
  foreign key (office_id, attachment_id, uploader) references attachment (office_id, attachment_id, uploader),
  foreign key (office_id, paper_id) references paper
);

-- An office's own letter in DOCX, one in force at a time; former ones stay. It names nobody: its tags stand for what will be.
create table letter_template (
  office_id smallint not null references office,
  template_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  file bytea not null check (octet_length(file) between 1 and 2000000),
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  primary key (office_id, template_id),
  foreign key (office_id, uploaded_by) references account
);
create unique index letter_template_in_force on letter_template (office_id, kind) where ended_at is null;

-- What a paper says stays as it was issued: it gains its number, its signed copy, its end, and may be erased.
create function keep_paper() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['number', 'number_key', 'signed_attachment', 'signed_at', 'voided_at', 'wrapped_key', 'sealed', 'erased_at']
    <> to_jsonb(old) - array['number', 'number_key', 'signed_attachment', 'signed_at', 'voided_at', 'wrapped_key', 'sealed', 'erased_at']
    or (old.number is not null and new.number is distinct from old.number)
    or (old.voided_at is not null and new.voided_at is distinct from old.voided_at)
    or (old.erased_at is not null)
    or (new.erased_at is null and (new.sealed, new.wrapped_key) is distinct from (old.sealed, old.wrapped_key))
    or (new.erased_at is not null and (new.sealed is not null or new.wrapped_key is not null))
  then
    raise exception 'a paper stays as it was issued' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger paper_stays_as_issued before update on paper for each row execute function keep_paper();
create trigger paper_stays before delete or truncate on paper for each statement execute function refuse_change();
create trigger paper_attachment_append_only before update or delete or truncate on paper_attachment
  for each statement execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['paper', 'paper_counter', 'paper_attachment', 'letter_template']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on paper, paper_counter, paper_attachment, letter_template to tanggap_app;
grant update (number, number_key, signed_attachment, signed_at, voided_at, wrapped_key, sealed, erased_at) on paper to tanggap_app;
grant update (next_no) on paper_counter to tanggap_app;
grant update (ended_at) on letter_template to tanggap_app;
