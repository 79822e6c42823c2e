-- What people are told, and the mail that tells them. Nothing here holds a name, an address or a word of a case: a message
-- is written when it is sent, from what its reader may read then (docs/decisions/0030-a-message-is-written-when-it-is-sent.md).

-- One message to one person: of kind 'digest' one a day, of the others one a day and case (rule 20).
create table notice (
  office_id smallint not null,
  notice_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('digest', 'restricted', 'urgent')),
  on_day date not null,
  -- 00000000-0000-0000-0000-000000000000 in a digest.
  subject uuid not null,
  -- Moves on with what joins it, and with each call for an urgent case; then it is unread again.
  told_at timestamptz not null,
  read_at timestamptz,
  round smallint not null default 1,
  primary key (office_id, notice_id),
  unique (office_id, account_id, on_day, kind, subject),
  foreign key (office_id, account_id) references account
);
create index notice_newest on notice (office_id, account_id, told_at desc, notice_id desc);
create index notice_unread on notice (office_id, account_id) where read_at is null;

-- What a message says, each thing to each person once and never again, whatever the clocks do.
create table notice_item (
  office_id smallint not null,
  account_id uuid not null,
  item_key text not null,
  notice_id uuid not null,
  case_id uuid,
  cause text not null,
  clock text,
  due_at timestamptz,
  primary key (office_id, account_id, item_key),
  foreign key (office_id, notice_id) references notice
);
create index notice_item_notice on notice_item (office_id, notice_id);

-- Calls for an urgent case that nobody has accepted: the last round and when it was made (rule 5).
create table urgent_call (
  office_id smallint not null,
  case_id uuid not null,
  round smallint not null,
  called_at timestamptz not null,
  primary key (office_id, case_id)
);
create index complaint_case_urgent on complaint_case (office_id, case_id) where urgent and is_open;

-- Finished cases that are looked at all the same: a result awaited elsewhere, duties, papers that are still to come.
create table case_watch (
  office_id smallint not null,
  case_id uuid not null,
  primary key (office_id, case_id)
);

-- Whether somebody wants mail; without a row he does. Calls for urgent cases do not ask.
create table notice_setting (
  office_id smallint not null,
  account_id uuid not null,
  by_email boolean not null,
  primary key (office_id, account_id),
  foreign key (office_id, account_id) references account
);

-- Mail that waits, goes or went: to whom (an account, or a person of a case) and of what, never what it says.
create table mail (
  office_id smallint not null,
  mail_id uuid not null,
  kind text not null check (kind in ('digest', 'restricted', 'urgent', 'acknowledged', 'asked', 'answered', 'closed')),
  -- Of the first three an account and its notice, of the others an identity of the case.
  person uuid not null,
  notice_id uuid,
  case_id uuid,
  on_day date not null,
  cause_key text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'dropped', 'unsure')),
  why text,
  tries smallint not null default 0,
  queued_at timestamptz not null,
  try_at timestamptz not null,
  stale_at timestamptz not null,
  -- By the clock of the database: a claim that is older than a sending takes was left by a process that is gone.
  claimed_at timestamptz,
  claim uuid,
  -- When the mail server took it, and the number that it answered with: no proof that anybody received it.
  sent_at timestamptz,
  reply smallint,
  primary key (office_id, mail_id),
  unique (office_id, person, on_day, cause_key),
  check ((kind in ('digest', 'restricted', 'urgent')) = (notice_id is not null))
);
create index mail_waiting on mail (office_id, try_at, mail_id) where state in ('waiting', 'sending');
create index mail_case on mail (office_id, case_id) where case_id is not null;
create index mail_newest on mail (office_id, queued_at desc, mail_id desc);

-- Devices that show the wall screen without anybody's session: the code as a hash, sealed as tokens are
-- (src/features/people/row-seal.ts); it ends with the master key under which it was made.
create table wall_screen (
  office_id smallint not null references office,
  screen_id uuid not null,
  code_hash bytea not null unique,
  name text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  mac bytea not null,
  primary key (office_id, screen_id),
  foreign key (office_id, made_by) references account
);
create trigger wall_screen_stays_revoked before update on wall_screen
  for each row when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
  execute function refuse_reopening();

create function find_wall_screen(sought_hash bytea)
returns table (office_id smallint, screen_id uuid, name text, made_by uuid, made_at timestamptz, mac bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select w.office_id, w.screen_id, w.name, w.made_by, w.made_at, w.mac
    from public.wall_screen w where w.code_hash = sought_hash and w.revoked_at is null;
end $$;
revoke execute on function find_wall_screen(bytea) from public;
grant execute on function find_wall_screen(bytea) to tanggap_app;

-- What was finished before this version and still waits for somebody.
insert into case_watch (office_id, case_id)
  select office_id, case_id from complaint_case
   where not is_open and (outcome = 2 or state::text ~ '"fulfilled":false|"deferred":\[\{');

do $$
declare t text;
begin
  foreach t in array array['notice', 'notice_item', 'urgent_call', 'case_watch', 'notice_setting', 'mail', 'wall_screen']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on notice, notice_item, urgent_call, case_watch, notice_setting, mail, wall_screen to tanggap_app;
grant update (told_at, read_at, round) on notice to tanggap_app;
grant update (round, called_at) on urgent_call to tanggap_app;
grant update (by_email) on notice_setting to tanggap_app;
grant update (state, why, tries, try_at, stale_at, claimed_at, claim, sent_at, reply) on mail to tanggap_app;
grant update (revoked_at, mac) on wall_screen to tanggap_app;
grant delete on case_watch to tanggap_app;
