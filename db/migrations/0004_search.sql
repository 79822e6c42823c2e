-- Search, newest first. Row-level security would forbid the use of the words' index (`@@` is not leakproof), so this one
-- function steps over it, with the office as an argument that must be the caller's own. Whoever is complained of finds
-- nothing (rule 28).

-- Rule 6, as `mayRead` says it: until a unit has it, whoever wrote it down and those who may read such cases; then that
-- unit with those beside it, and those who dispose (`units` null); its owner always. For the few protected cases of a
-- list: the state tells what the row has no column for.
create function protected_case_is_visible(
  office smallint, sought uuid, viewer uuid, sees_protected boolean, units smallint[]
) returns boolean language plpgsql stable as $$
begin
  return coalesce((
    select coalesce(c.owner = viewer or c.unit is null and (c.state ->> 'recordedBy')::uuid = viewer, false)
      or sees_protected and (c.unit is null or units is null or c.unit = any (units) or exists (
        select from json_array_elements_text(c.state -> 'otherUnits') other
          join office_code o on o.office_id = office and o.axis = 'unit' and o.key = other.value
         where o.code = any (units)))
      from complaint_case c where c.office_id = office and c.case_id = sought), false);
end $$;

-- Rules 6 and 27 together, for lists and search alike. Put into each query in place of its call, since it is one
-- expression that names no argument with a subquery twice: an open case costs no call. `is_reader` is asked of restricted
-- cases only and looks each of them up by itself: `offset 0` keeps a query from reading all readers of the office first.
create function case_is_visible(
  office smallint, sought uuid, restricted boolean, is_reader boolean, protected boolean, viewer uuid, sees_open boolean,
  sees_protected boolean, units smallint[]
) returns boolean language sql stable as $$
  select case
    when restricted then is_reader
    when protected then protected_case_is_visible(office, sought, viewer, sees_protected, units)
    else sees_open end
$$;

-- How many texts hold the words, by the statistics that plans are made with. Explaining is no part of a `stable` function.
create function expected_hits(query tsquery) returns float8 language plpgsql as $$
declare
  plan json;
begin
  execute 'explain (format json) select from case_search w where w.words @@ $1' into plan using query;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end $$;

-- How many cases of the office are in this unit, in this status or in both, likewise; what is null is not asked for.
create function expected_cases(office smallint, in_unit smallint, in_status smallint) returns float8 language plpgsql as $$
declare
  plan json;
begin
  execute 'explain (format json) select from complaint_case c where c.office_id = $1'
      || case when in_unit is null then '' else ' and c.unit = $2' end
      || case when in_status is null then '' else ' and c.status = $3' end
    into plan using office, in_unit, in_status;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end $$;

-- By their dates, the newest first: twice as many as should fill the page, then four times as many at each round. Where
-- reading on would cost more than every hit in the words' index (a hit costs about twice a row read in passing), the rest
-- comes from that index. How often the words stand is not learnt from the newest alone, which may hold none of a common
-- word: they are not answered yet.
-- Under a filter only its own cases are read, under two those that are in both; each costs about two hits, since
-- its words are looked up. How many fit is not learnt from the newest at all, of which none may be closed: what is expected,
-- and then what was spent, may cost as much as the index. Plans are made once a connection: the order says which index serves.
create function search_cases(
  office smallint, query tsquery, account uuid, persons uuid[], readers uuid[], sees_open boolean, sees_protected boolean,
  units smallint[], in_status smallint, in_unit smallint, before_at timestamptz, before_id uuid, most int
) returns table (case_id uuid, received_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  shut_out constant uuid[] := array(
    select t.case_id from case_respondent t where t.office_id = office and t.account_id = any (persons));
  filtered constant boolean := coalesce(in_unit, in_status) is not null;
  narrow constant float8 := case when filtered then expected_cases(office, in_unit, in_status) else 'infinity' end;
  total float8;
  hits float8;
  density float8;
  depth int;
  scanned float8 := 0;
  given int := 0;
  step int;
  sought uuid[];
  edge record;
begin
  if office is distinct from nullif(current_setting('app.office_id', true), '')::smallint then
    raise exception 'search in another office refused' using errcode = 'insufficient_privilege';
  end if;
  select greatest(t.reltuples, 1) into total from pg_class t where t.oid = 'case_search'::regclass;
  hits := expected_hits(query);
  density := hits / total;
  depth := least(greatest(2 * most / density, 500), 100000);
  loop
    exit when case when filtered
      then 2 * least(greatest((most - given) / density, scanned), greatest(narrow - scanned, scanned)) > hits
      else most - given > 2 * hits * density end;
    if filtered then
      sought := case
        when in_unit is not null and in_status is not null then array(
          select c.case_id from complaint_case c
           where c.office_id = office and c.unit = in_unit and c.status = in_status
             and (c.received_at, c.case_id) < (before_at, before_id)
           order by c.received_at desc, c.case_id desc limit depth)
        when in_unit is not null then array(
          select c.case_id from complaint_case c
           where c.office_id = office and c.unit = in_unit and (c.received_at, c.case_id) < (before_at, before_id)
           order by c.received_at desc, c.case_id desc limit depth)
        else array(
          select c.case_id from complaint_case c
           where c.office_id = office and c.status = in_status and (c.received_at, c.case_id) < (before_at, before_id)
           order by c.received_at desc, c.case_id desc limit depth) end;
      return query
        select c.case_id, c.received_at from unnest(sought) with ordinality s (case_id, place)
          join complaint_case c on c.office_id = office and c.case_id = s.case_id
         where exists (
           select from case_search w where w.office_id = office and w.case_id = s.case_id and w.words @@ query offset 0)
           and (in_status is null or c.status = in_status) and (in_unit is null or c.unit = in_unit)
           and c.case_id <> all (shut_out)
           and case_is_visible(
             office, c.case_id, c.restricted, exists (
               select from case_reader r
                where r.office_id = office and r.account_id = any (readers) and r.case_id = c.case_id offset 0),
             c.protected, account, sees_open, sees_protected, units)
         order by s.place limit most - given;
    else
      return query
        select s.case_id, s.received_at from (
          select w.case_id, w.received_at, w.words from case_search w
           where w.office_id = office and (w.received_at, w.case_id) < (before_at, before_id)
           order by w.received_at desc, w.case_id desc limit depth) s
          join complaint_case c on c.office_id = office and c.case_id = s.case_id
         where s.words @@ query and c.case_id <> all (shut_out)
           and case_is_visible(
             office, c.case_id, c.restricted, exists (
               select from case_reader r
                where r.office_id = office and r.account_id = any (readers) and r.case_id = c.case_id offset 0),
             c.protected, account, sees_open, sees_protected, units)
         order by s.received_at desc, s.case_id desc limit most - given;
    end if;
    get diagnostics step = row_count;
    given := given + step;
    if given >= most then return; end if;
    if not filtered then
      select w.received_at, w.case_id into edge from case_search w
       where w.office_id = office and (w.received_at, w.case_id) < (before_at, before_id)
       order by w.received_at desc, w.case_id desc offset depth - 1 limit 1;
    else
      select c.received_at, c.case_id into edge from complaint_case c
       where c.office_id = office and c.case_id = sought[depth];
    end if;
    if not found then return; end if;
    before_at := edge.received_at;
    before_id := edge.case_id;
    scanned := scanned + depth;
    hits := greatest(hits, total * given / scanned);
    depth := depth * 4;
    if filtered then depth := least(depth, hits); else density := (given + 1) / scanned; end if;
  end loop;
  return query
    select s.case_id, s.received_at from (
      select w.case_id, w.received_at from case_search w
       where w.office_id = office and w.words @@ query and (w.received_at, w.case_id) < (before_at, before_id)
       order by w.received_at desc, w.case_id desc) s
      join complaint_case c on c.office_id = office and c.case_id = s.case_id
     where (in_status is null or c.status = in_status) and (in_unit is null or c.unit = in_unit)
       and c.case_id <> all (shut_out)
       and case_is_visible(
         office, c.case_id, c.restricted, exists (
           select from case_reader r
            where r.office_id = office and r.account_id = any (readers) and r.case_id = c.case_id offset 0),
         c.protected, account, sees_open, sees_protected, units)
     order by s.received_at desc, s.case_id desc limit most - given;
end $$;

revoke execute on function expected_hits(tsquery), expected_cases(smallint, smallint, smallint) from public;
revoke execute on function search_cases(smallint, tsquery, uuid, uuid[], uuid[], boolean, boolean, smallint[], smallint, smallint,
  timestamptz, uuid, int) from public;
grant execute on function search_cases(smallint, tsquery, uuid, uuid[], uuid[], boolean, boolean, smallint[], smallint, smallint,
  timestamptz, uuid, int) to tanggap_app;
