-- The work of staff: lists that each keeps for himself, the team's agenda, and what the inbox is filtered by.

-- A list of cases as somebody wants to find it again: the filters of the address, never words that were searched for,
-- which may name a person.
create table saved_view (
  office_id smallint not null,
  account_id uuid not null,
  view_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 500 and query !~ '(^|&)q='),
  is_default boolean not null,
  made_at timestamptz not null,
  primary key (office_id, account_id, view_id),
  foreign key (office_id, account_id) references account
);
create unique index saved_view_name on saved_view (office_id, account_id, lower(name));
create unique index saved_view_default on saved_view (office_id, account_id) where is_default;

-- Meetings and field visits of the complaint team (rule 31). Nothing of a case stands here.
create table team_agenda (
  office_id smallint not null,
  item_id uuid not null,
  on_date date not null,
  kind text not null check (kind in ('meeting', 'field-visit')),
  title text not null check (length(title) between 1 and 200),
  place text not null check (length(place) <= 200),
  made_by uuid not null,
  made_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (office_id, item_id),
  foreign key (office_id, made_by) references account (office_id, account_id)
);
create index team_agenda_date on team_agenda (office_id, on_date);

do $$
declare t text;
begin
  foreach t in array array['saved_view', 'team_agenda']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;
grant select, insert, delete on saved_view to tanggap_app;
grant update (query, is_default, made_at) on saved_view to tanggap_app;
grant select, insert on team_agenda to tanggap_app;
grant update (cancelled_at) on team_agenda to tanggap_app;

-- What the inbox is filtered by besides unit and status is answered in the one index of open cases, so that no filter reads
-- rows which it then throws away.
drop index complaint_case_inbox;
create index complaint_case_inbox on complaint_case (office_id, due_at, case_id)
  include (unit, status, restricted, protected, urgent, owner, counted, channel, service, severity) where is_open;
-- Few cases have an owner or a mark, so that these cost no other write anything; urgent ones have one by 0009.
create index complaint_case_inbox_owner on complaint_case (office_id, owner, due_at, case_id)
  include (unit, status, restricted, protected, urgent) where is_open and owner is not null;
create index complaint_case_inbox_protected on complaint_case (office_id, due_at, case_id) where is_open and protected;
create index complaint_case_inbox_restricted on complaint_case (office_id, due_at, case_id) where is_open and restricted;
-- Drafts and reviews are told by the state alone: whether a case ever had one is answered here, before its state is read.
create index case_text_waiting on case_text (office_id, case_id) where purpose in ('draft-answer', 'review');
