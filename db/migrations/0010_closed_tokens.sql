-- A token acts in the place of whoever made it: when that account is closed, the token ends with it. Still one row by the
-- hash, and one more by the account's key.
create or replace function find_token(sought_hash bytea)
returns table (office_id smallint, token_id uuid, name text, role text, made_by uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select t.office_id, t.token_id, t.name, t.role, t.made_by
    from public.api_token t
    left join public.account a on a.office_id = t.office_id and a.account_id = t.made_by
   where t.token_hash = sought_hash and t.revoked_at is null and a.disabled_at is null;
end $$;
