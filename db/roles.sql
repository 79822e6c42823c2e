-- The two roles of Tanggap. The owner makes and changes tables, seeds, restores and runs the worker; the application may
-- only do what migrations grant it, and never gets past row-level security. Run at every migration; changes nothing when
-- the roles stand. Passwords are not set here: the launcher sets them, or the administrator of the server does.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tanggap_owner') then
    create role tanggap_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'tanggap_app') then
    create role tanggap_app login;
  end if;
end $$;
alter role tanggap_app nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
