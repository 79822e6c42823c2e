-- Changes of an office that wait: for whoever approves them (rules 8, 31), or for the day on which they come into force.
-- What is in force stands in office_version as before.

create table office_change (
  office_id smallint not null references office,
  change_id uuid not null,
  -- The part of the office that it is about, as pages name it, and the item in it.
  section text not null,
  item text,
  -- The exact text that the office's chain tells the digest of: the part and its new value in the words of the files.
  edit text not null,
  -- Digest of the part as it stood when the change was written.
  seen text not null,
  takes_effect_on date not null,
  state text not null check (state in ('proposed', 'planned', 'applied', 'withdrawn', 'refused')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  -- The version of the office that it became.
  version int,
  primary key (office_id, change_id),
  foreign key (office_id, proposed_by) references account
);
create index office_change_waiting on office_change (takes_effect_on) where state = 'planned';

-- Meetings of pembinaan: what the attendance list, the notes and the minutes are filled from. Names of those who came
-- stand here as on the paper list, and go when the record is emptied.
create table meeting (
  office_id smallint not null references office,
  meeting_id uuid not null,
  held_on date not null,
  -- What people wrote, as one JSON text.
  record text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  -- How often it was changed: of two who change it at once the second is told.
  revision int not null check (revision > 0),
  primary key (office_id, meeting_id),
  foreign key (office_id, recorded_by) references account
);
create index meeting_day on meeting (office_id, held_on desc, meeting_id desc);

-- Photographs and other files of a meeting: under the same seals as those of a case (0006). Nothing of them is ever published.
create table meeting_attachment (
  office_id smallint not null,
  attachment_id uuid not null,
  meeting_id uuid not null,
  uploader uuid not null,
  bound_at timestamptz not null,
  primary key (office_id, attachment_id),
  foreign key (office_id, attachment_id, uploader) references attachment (office_id, attachment_id, uploader),
  foreign key (office_id, meeting_id) references meeting
);
create index meeting_attachment_meeting on meeting_attachment (office_id, meeting_id);
create trigger meeting_attachment_append_only before update or delete or truncate on meeting_attachment
  for each statement execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array array['office_change', 'meeting', 'meeting_attachment']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

-- An office is written by the owner only, and so is what will change it.
grant select on office_change to tanggap_app;
grant select, insert on meeting, meeting_attachment to tanggap_app;
grant update (held_on, record, changed_at, revision) on meeting to tanggap_app;
