-- Papers told in the timeline of their case, papers of meetings, the seal of an office's own letters (docs/decisions/0035).

-- Which entries of the office's chain tell of a paper. The entries are the truth; this finds them without reading all of them.
create table paper_entry (
  office_id smallint not null references office,
  paper_id uuid not null,
  seq int not null,
  primary key (office_id, paper_id, seq)
);
create trigger paper_entry_append_only before update or delete or truncate on paper_entry
  for each statement execute function refuse_change();
insert into paper_entry (office_id, paper_id, seq)
  select p.office_id, p.paper_id, e.seq from office_event e
    join paper p on p.office_id = e.office_id and p.paper_id::text = e.body::jsonb #>> '{event,paper}'
   where e.body like '%"type":"paper-%';

-- A paper of a meeting: sealed with the rest of its row.
alter table paper add meeting_id uuid, add foreign key (office_id, meeting_id) references meeting;
create index paper_meeting on paper (office_id, meeting_id, issued_at desc) where meeting_id is not null;

-- The entry of the team's agenda that a meeting was held by; one meeting an entry.
alter table meeting add agenda_item uuid, add foreign key (office_id, agenda_item) references team_agenda;
create unique index meeting_agenda_item on meeting (office_id, agenda_item) where agenda_item is not null;

-- Keyed seal over all of a letter's row. A letter from before has none and is not used: it is brought once more.
alter table letter_template add mac bytea not null default '';
alter table letter_template alter mac drop default;

alter table paper_entry enable row level security;
create policy own_office on paper_entry
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert on paper_entry to tanggap_app;
grant update (mac) on letter_template to tanggap_app;
