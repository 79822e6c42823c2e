-- How somebody proves who he is: the second factor with its recovery codes, sessions that say how they were opened,
-- single sign-on, and the PIN of a shared counter PC (rule 35).

-- Sessions ------------------------------------------------------------------------------------------------------------

-- Those of before say nothing of this: everybody signs in once more.
delete from staff_session;
alter table staff_session
  -- The same through all its tokens: a session gets another one whenever its holder has proved more.
  add column session_id uuid not null,
  add column means text not null check (means in ('password', 'single-sign-on', 'pin')),
  -- awaited: nothing but the page that asks for the code is open.
  add column factor text not null check (factor in ('none', 'awaited', 'proven')),
  -- When its holder last proved who he is.
  add column proved_at timestamptz not null,
  -- For its holder to know it by: browser and system in words, and the first part of the address.
  add column browser text not null,
  add column network text not null;
create unique index staff_session_id on staff_session (office_id, session_id);
create index staff_session_account on staff_session (office_id, account_id);

-- The second factor ---------------------------------------------------------------------------------------------------

-- The secret of the authenticator, sealed under the master key that its first four bytes name; under the seal of the row
-- as all of the account.
alter table account add column second_factor bytea;
grant update (second_factor) on account to tanggap_app;

-- The newest time step whose code was taken: none is taken twice.
create table second_factor_use (
  office_id smallint not null,
  account_id uuid not null,
  last_step bigint not null,
  primary key (office_id, account_id),
  foreign key (office_id, account_id) references account
);

-- Ten at a time, as keyed hashes. One that was used or replaced stays so: nobody but the owner takes that back.
create table recovery_code (
  office_id smallint not null,
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- Keyed seal over all of it.
  mac bytea not null,
  primary key (office_id, account_id, code_hash),
  foreign key (office_id, account_id) references account
);
create trigger recovery_code_stays_ended before update on recovery_code
  for each row when (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
  execute function refuse_reopening();

-- Single sign-on ------------------------------------------------------------------------------------------------------

-- Which person of an identity provider an account is. Without a subject: an administrator lets the holder of this e-mail
-- in, and whom the provider vouches for with it first is bound to the account.
create table sign_on_link (
  office_id smallint not null,
  link_id uuid not null,
  account_id uuid not null,
  issuer text not null,
  subject text,
  email text,
  linked_at timestamptz not null,
  ended_at timestamptz,
  -- Keyed seal over all of it.
  mac bytea not null,
  primary key (office_id, link_id),
  foreign key (office_id, account_id) references account,
  check (subject is not null or email is not null)
);
create index sign_on_link_account on sign_on_link (office_id, account_id);
-- In all offices together, since sign-in asks for no office.
create unique index sign_on_link_subject on sign_on_link (issuer, subject) where ended_at is null and subject is not null;
create trigger sign_on_link_stays_ended before update on sign_on_link
  for each row when (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
  execute function refuse_reopening();

-- The counter PC ------------------------------------------------------------------------------------------------------

-- A PIN opens for its account on one browser until the end of one day, after a full sign-in there.
create table counter_pin (
  office_id smallint not null,
  account_id uuid not null,
  device_hash bytea not null,
  -- Keyed, with what only the browser's cookie holds: six digits alone are soon tried.
  pin_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  -- Keyed seal over all but tries.
  mac bytea not null,
  primary key (office_id, device_hash, account_id),
  foreign key (office_id, account_id) references account
);
create index counter_pin_account on counter_pin (office_id, account_id);

-- Walls and grants ----------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['second_factor_use', 'recovery_code', 'sign_on_link', 'counter_pin']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on second_factor_use, recovery_code, sign_on_link, counter_pin to tanggap_app;
grant update (last_step) on second_factor_use to tanggap_app;
grant update (ended_at, mac) on recovery_code to tanggap_app;
grant update (subject, ended_at, mac) on sign_on_link to tanggap_app;
grant update (tries) on counter_pin to tanggap_app;
grant delete on counter_pin to tanggap_app;

-- The doors that step over the wall, with what they now say. ---------------------------------------------------------------

drop function find_sign_in(text);
create function find_sign_in(sought_email text)
returns table (
  office_id smallint, account_id uuid, email text, name text, unit text, password_hash text,
  password_one_time_until timestamptz, second_factor bytea, mac bytea
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select a.office_id, a.account_id, a.email, a.name, a.unit, a.password_hash,
      a.password_one_time_until, a.second_factor, a.mac
    from public.account a
   where lower(a.email) = lower(sought_email) and a.disabled_at is null;
end $$;

drop function find_session(bytea);
create function find_session(sought_hash bytea)
returns table (
  office_id smallint, account_id uuid, name text, email text, unit text, password_hash text,
  password_one_time_until timestamptz, second_factor bytea, account_mac bytea, session_id uuid, means text, factor text,
  proved_at timestamptz, browser text, network text, last_seen_at timestamptz, created_at timestamptz,
  expires_at timestamptz, mac bytea
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.office_id, s.account_id, a.name, a.email, a.unit, a.password_hash,
      a.password_one_time_until, a.second_factor, a.mac, s.session_id, s.means, s.factor, s.proved_at, s.browser,
      s.network, s.last_seen_at, s.created_at, s.expires_at, s.mac
    from public.staff_session s join public.account a on a.office_id = s.office_id and a.account_id = s.account_id
   where s.token_hash = sought_hash and a.disabled_at is null;
end $$;

create function find_sign_on(sought_issuer text, sought_subject text)
returns table (office_id smallint, account_id uuid, link_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select l.office_id, l.account_id, l.link_id
    from public.sign_on_link l join public.account a on a.office_id = l.office_id and a.account_id = l.account_id
   where l.issuer = sought_issuer and l.subject = sought_subject and l.ended_at is null and a.disabled_at is null;
end $$;

revoke execute on function find_sign_in(text), find_session(bytea), find_sign_on(text, text) from public;
grant execute on function find_sign_in(text), find_session(bytea), find_sign_on(text, text) to tanggap_app;
