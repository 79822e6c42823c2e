-- What is left to do of a berita acara pemusnahan, which itself stands in the office's chain: files whose personal data and
-- texts are gone. Bookkeeping only: whoever writes here by other hands destroys nothing, and what he spares stands on the
-- page of retention as due.
create table destroyed_case (
  office_id smallint not null,
  destruction_id uuid not null,
  case_id uuid not null,
  done_at timestamptz not null,
  primary key (office_id, destruction_id, case_id)
);

alter table destroyed_case enable row level security;
create policy own_office on destroyed_case
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert on destroyed_case to tanggap_app;

-- The register of the PPID: formal requests for information have numbers of their own, given once (UU 14/2008).
create table ppid_entry (
  office_id smallint not null,
  year smallint not null,
  no int not null check (no > 0),
  case_id uuid not null,
  numbered_at timestamptz not null,
  primary key (office_id, year, no),
  unique (office_id, case_id)
);
alter table ppid_entry enable row level security;
create policy own_office on ppid_entry
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert on ppid_entry to tanggap_app;

-- Newest first, for the page of erasures.
create index erasure_ledger_newest on erasure_ledger (office_id, at desc, erasure_id desc);
