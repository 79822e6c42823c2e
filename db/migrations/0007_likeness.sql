-- Cases that belong together, and those that somebody said do not (rule 3, docs/decisions/0028).

-- Which cases are one rombongan: by this table they are found; that a case belongs to it its sealed state says.
create table case_group (
  office_id smallint not null,
  group_id uuid not null,
  case_id uuid not null,
  primary key (office_id, group_id, case_id)
);

-- Bukan ganda: said once of a pair, in either order, and not suggested again.
create table case_unlike (
  office_id smallint not null,
  case_id uuid not null,
  other_id uuid not null check (case_id < other_id),
  account_id uuid,
  said_at timestamptz not null,
  primary key (office_id, case_id, other_id)
);
create index case_unlike_other on case_unlike (office_id, other_id);

do $$
declare t text;
begin
  foreach t in array array['case_group', 'case_unlike']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on case_group, case_unlike to tanggap_app;
grant delete on case_group to tanggap_app;
