-- The wall between offices also stands around people who work here, their sessions and tokens, the versions of an office
-- and the outbox: free SQL of the application reaches those of one office only. Sign-in, a cookie and a token are looked
-- up before the office is known: for each there is one function that steps over the wall with one explicit key, by one
-- index, and gives one row. The owner of the tables passes as before: seed, import, worker and the functions are his.

do $$
declare t text;
begin
  foreach t in array array['account', 'staff_session', 'api_token', 'office_version', 'outbox'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

-- Offices and their codes are read by everybody, before anybody is known, and written by the owner only.
revoke insert, update on office, office_code, office_version from tanggap_app;

-- Who made a token answers for it: where he is shut out of a case, it is too (rule 28).
alter table api_token add column made_by uuid;
alter table api_token add foreign key (office_id, made_by) references account;

create function find_sign_in(sought_email text)
returns table (office_id smallint, account_id uuid, password_hash text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select a.office_id, a.account_id, a.password_hash from public.account a
   where lower(a.email) = lower(sought_email) and a.disabled_at is null;
end $$;

create function find_session(sought_hash bytea)
returns table (
  office_id smallint, account_id uuid, name text, email text, unit text, last_seen_at timestamptz, expires_at timestamptz
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select s.office_id, s.account_id, a.name, a.email, a.unit, s.last_seen_at, s.expires_at
    from public.staff_session s join public.account a on a.office_id = s.office_id and a.account_id = s.account_id
   where s.token_hash = sought_hash and s.revoked_at is null and a.disabled_at is null;
end $$;

create function end_session(sought_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.staff_session where token_hash = sought_hash
$$;

create function find_token(sought_hash bytea)
returns table (office_id smallint, token_id uuid, name text, role text, made_by uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select t.office_id, t.token_id, t.name, t.role, t.made_by from public.api_token t
   where t.token_hash = sought_hash and t.revoked_at is null;
end $$;

revoke execute on function find_sign_in(text), find_session(bytea), end_session(bytea), find_token(bytea) from public;
grant execute on function find_sign_in(text), find_session(bytea), end_session(bytea), find_token(bytea) to tanggap_app;
