-- Decrees under which roles are held, and who stands in for whom (rules 21, 23, 33). A deputation keeps the roles as they
-- were handed over: what its holder may do in these days stands in one row, sealed, and in the office's chain.
-- account_role.deputy_for stays empty: it was the place of the deputies until they had this one.

create table decree (
  office_id smallint not null references office,
  decree_id uuid not null,
  -- As account_role.decree and deputation.decree name it.
  number text not null,
  decided_on date not null,
  title text not null,
  recorded_at timestamptz not null,
  -- Keyed seal over all of it: src/features/people/row-seal.ts.
  mac bytea not null,
  primary key (office_id, decree_id),
  unique (office_id, number)
);

create table deputation (
  office_id smallint not null,
  deputation_id uuid not null,
  -- Who stands in, and for whom; the latter may be gone (Plt.).
  account_id uuid not null,
  deputy_for uuid not null check (deputy_for <> account_id),
  capacity text not null check (capacity in ('plh', 'plt', 'an')),
  -- The exact text that the seal is over: [{"role","unit"}].
  roles text not null,
  from_on date not null,
  to_on date,
  decree text,
  recorded_at timestamptz not null,
  -- Keyed seal over all of it.
  mac bytea not null,
  primary key (office_id, deputation_id),
  foreign key (office_id, account_id) references account,
  foreign key (office_id, deputy_for) references account
);
create index deputation_account on deputation (office_id, account_id);

do $$
declare t text;
begin
  foreach t in array array['decree', 'deputation']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on decree, deputation to tanggap_app;
grant update (decided_on, title, recorded_at, mac) on decree to tanggap_app;
grant update (to_on, mac) on deputation to tanggap_app;

-- The auditor asks by person and by case, newest first.
create index access_log_account on access_log (office_id, account_id, at desc);
create index access_log_case on access_log (office_id, case_id, at desc);
