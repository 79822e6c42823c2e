-- Measured on a million cases: a filter by unit or status must not walk every open case, and a rare word must not walk
-- every case. The statistics of a tsvector say nothing of words outside its most common ones, so the planner takes a
-- rare word for one of thousands and prefers the dates; the search therefore decides by what it finds.

create index complaint_case_inbox_unit on complaint_case (office_id, unit, due_at, case_id)
  include (status, restricted, protected, urgent, owner) where is_open;
create index complaint_case_inbox_status on complaint_case (office_id, status, due_at, case_id)
  include (unit, restricted, protected, urgent, owner) where is_open;

-- First the newest few thousand by their dates: a common word fills its page there. Where they do not fill it, the word
-- is rare enough to be taken from the words' index whole.
create or replace function search_cases(
  office smallint, query tsquery, account uuid, persons uuid[], readers uuid[], sees_open boolean, sees_protected boolean,
  units smallint[], in_status smallint, in_unit smallint, before_at timestamptz, before_id uuid, most int
) returns table (case_id uuid, received_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  visible constant text := '
    join complaint_case c on c.office_id = $1 and c.case_id = s.case_id
     where ($9 is null or c.status = $9) and ($10 is null or c.unit = $10)
       and c.case_id <> all (array(
         select t.case_id from case_respondent t where t.office_id = $1 and t.account_id = any ($4)))
       and case
         when c.restricted then c.case_id = any (array(
           select r.case_id from case_reader r where r.office_id = $1 and r.account_id = any ($5)))
         when c.protected then c.owner = $3
           or ($7 and (c.unit is null or $8 is null or c.unit = any ($8)))
         else $6 end
     order by s.received_at desc, s.case_id desc
     limit $13';
  newest constant text := '
    select s.case_id, s.received_at from (
      select n.case_id, n.received_at from (
        select w.case_id, w.received_at, w.words from case_search w
         where w.office_id = $1 and (w.received_at, w.case_id) < ($11, $12)
         order by w.received_at desc, w.case_id desc limit 4000) n
       where n.words @@ $2) s';
  by_words constant text := '
    with hit as materialized (
      select w.case_id, w.received_at from case_search w
       where w.office_id = $1 and w.words @@ $2 and (w.received_at, w.case_id) < ($11, $12))
    select s.case_id, s.received_at from hit s';
  found_ids uuid[];
begin
  if office is distinct from nullif(current_setting('app.office_id', true), '')::smallint then
    raise exception 'search in another office refused' using errcode = 'insufficient_privilege';
  end if;
  execute 'select array_agg(f.case_id) from (' || newest || visible || ') f' into found_ids
    using office, query, account, persons, readers, sees_open, sees_protected, units, in_status, in_unit,
      before_at, before_id, most;
  if cardinality(found_ids) = most then
    return query select s.case_id, s.received_at from case_search s
      where s.office_id = office and s.case_id = any (found_ids)
      order by s.received_at desc, s.case_id desc;
    return;
  end if;
  return query execute by_words || visible
    using office, query, account, persons, readers, sees_open, sees_protected, units, in_status, in_unit,
      before_at, before_id, most;
end $$;
