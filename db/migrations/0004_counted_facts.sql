-- Reports over a million cases. Every count reads every fact of its period, so what it filters and groups by stands
-- first in the row, is never null and is packed: a column is found by its offset and a group is one number. Measured on
-- a million rows, a grouping costs half of what it did. The packed columns are generated from the others, so that they
-- cannot say another thing; `src/features/reports/packed-cut.ts` reads them, and a test holds both against the domain.
--
-- New facts: the registration day (rule 11's reconciliation), finding and sanction (rule 29), and the finished SOP steps
-- of the case with the instants from which they count and are known (rules 17 and 36). The steps stand in the current
-- row only: a finished step is never taken back, so each carries its own two times.

alter table report_fact rename to former_fact;
alter table report_fact_past rename to former_fact_past;

create table report_fact (
  effective_from timestamptz not null,
  recorded_from timestamptz not null,
  -- Late from here on if nothing happens; infinity where nothing is owed, or the answer decided it already (rule 36).
  owed_until timestamptz not null generated always as (case
    when receipt_precision = 2 or due_at is null or answered_at is not null or closed_at <= due_at
      or (provenance = 1 and status in (6, 7)) then 'infinity'
    else due_at end) stored,
  -- kind 3 bits, old register only 1, unit + 1 16, category + 1 16, place + 1 16; a protected case has no place (rule 6)
  cut_place bigint not null generated always as (
    kind::bigint | ((provenance = 1 and answered_at is null)::int::bigint << 3) | (coalesce(unit + 1, 0)::bigint << 4)
    | (coalesce(category + 1, 0)::bigint << 20) | (case when protected then 0 else coalesce(place + 1, 0) end::bigint << 36)
  ) stored,
  -- kind 3, old register only 1, service + 1 16, status 4, outcome + 1 5
  cut_course int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null)::int << 3) | (coalesce(service + 1, 0) << 4) | (status::int << 20)
    | (coalesce(outcome + 1, 0) << 24)
  ) stored,
  -- kind 3, old register only 1, month since the year 1900 12, channel 6
  cut_receipt int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null)::int << 3)
    | ((extract(year from received_on)::int * 12 + extract(month from received_on)::int - 22801) << 4) | (channel::int << 16)
  ) stored,
  -- kind 3, old register only 1, severity + 1 4, response 4, promise 3 (owed as not yet due), then one each: anonymous,
  -- protected, urgent, at the desk, counted, cancelled, old register; numbered 2 (no, in its month, in another)
  cut_promise int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null)::int << 3) | (coalesce(severity + 1, 0) << 4)
    | (case
        when receipt_precision = 2 or (provenance = 1 and answered_at is null and status in (6, 7)) then 11
        when answered_at is null then 10
        when answer_working_days is null then 11
        when answer_working_days <= 5 then answer_working_days
        when answer_working_days <= 10 then 6
        when answer_working_days <= 14 then 7
        when answer_working_days <= 60 then 8
        else 9 end << 8)
    | (case
        when receipt_precision = 2 or (provenance = 1 and answered_at is null and status in (6, 7)) then 4
        when due_at is null then 3
        when answered_at <= due_at then 0
        when answered_at is not null then 1
        when closed_at <= due_at then 3
        else 2 end << 12)
    | (anonymous::int << 15) | (protected::int << 16) | (urgent::int << 17) | (at_desk::int << 18)
    | (counted::int << 19) | (cancelled::int << 20) | (provenance::int << 21)
    | (case
        when registered_on is null then 0
        when extract(year from registered_on) = extract(year from received_on)
          and extract(month from registered_on) = extract(month from received_on) then 1
        else 2 end << 22)
  ) stored,
  received_on date not null,
  office_id smallint not null,
  complainants smallint not null,
  kind smallint not null,
  channel smallint not null,
  status smallint not null,
  provenance smallint not null,
  receipt_precision smallint not null,
  counted boolean not null,
  cancelled boolean not null,
  anonymous boolean not null,
  urgent boolean not null,
  protected boolean not null,
  at_desk boolean not null,
  case_id uuid not null,
  service smallint,
  category smallint,
  severity_first smallint,
  severity smallint,
  outcome smallint,
  unit smallint,
  place smallint,
  answer_working_days smallint,
  register_year smallint,
  register_no int,
  registered_on date,
  first_reaction_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  -- When a finding was made that a sanction may follow; what was decided outside (0 none, then by degree), and the day
  -- of that decree.
  found_on date,
  sanction smallint,
  sanctioned_on date
);
create table report_fact_past (
  like report_fact including generated,
  effective_to timestamptz not null,
  recorded_to timestamptz not null
);
-- The SOPs of an office are counted by a number too.
alter table office_code drop constraint office_code_axis_check;
alter table office_code add constraint office_code_axis_check check (axis in ('service', 'category', 'unit', 'place', 'sop'));
insert into office_code (office_id, axis, code, key)
  select o.office_id, 'sop', s.place, s.sop ->> 'id'
  from office o cross join lateral jsonb_array_elements(o.data::jsonb -> 'sops') with ordinality s (sop, place);

-- Finished steps as `step-fact-row.ts` packs them, when each was finished and, where that is another time, recorded.
-- Null: a case of the time before this file, whose steps the next start works out from its history.
alter table report_fact
  add step_codes bigint[], add step_at timestamptz[], add step_known timestamptz[];

do $$
declare
  former constant text := (select string_agg(quote_ident(attname), ', ') from pg_attribute
    where attrelid = 'former_fact'::regclass and attnum > 0);
begin
  execute format('insert into report_fact (%1$s) select %1$s from former_fact order by received_on, effective_from', former);
  execute format('insert into report_fact_past (%1$s, effective_to, recorded_to)
    select %1$s, effective_to, recorded_to from former_fact_past order by received_on, case_id, effective_from', former);
end $$;
drop table former_fact;
drop table former_fact_past;

-- The day of a number that the fact knows; findings and sanctions from the histories of restricted cases. What was known
-- before either was written down stays as it was.
create temp table given on commit drop as
  select e.office_id, e.case_id, (e.given_at at time zone o.zone)::date as registered_on
    from register_entry e join office o using (office_id);
create temp table sanctioned on commit drop as
  select e.office_id, e.case_id,
    min((s.found at time zone o.zone)::date) as found_on, min(s.recorded_at) filter (where s.found is not null) as found_known,
    min(s.sanction) as sanction, min(s.sanctioned_on) as sanctioned_on,
    min(s.recorded_at) filter (where s.sanction is not null) as sanction_known
  from complaint_case e join office o using (office_id)
  cross join lateral (
    select h.recorded_at,
      case when b ->> 'type' = 'investigation-found' and b ->> 'finding' <> 'not-proven' then (b ->> 'at')::timestamptz end as found,
      case when b ->> 'type' = 'sanction-recorded' then coalesce(
        array_position(array['light', 'moderate', 'severe'], b -> 'sanction' ->> 'degree'), 0) end as sanction,
      case when b ->> 'type' = 'sanction-recorded' then coalesce(
        (b -> 'sanction' ->> 'on')::date, ((b ->> 'at')::timestamptz at time zone o.zone)::date) end as sanctioned_on
    from case_event h cross join lateral (select h.body::json -> 'event' as b) j
    where h.office_id = e.office_id and h.case_id = e.case_id
      and b ->> 'type' in ('investigation-found', 'sanction-recorded')) s
  where e.restricted
  group by 1, 2;
analyze given;
update report_fact f set registered_on = g.registered_on from given g
  where g.office_id = f.office_id and g.case_id = f.case_id and f.register_no is not null;
update report_fact_past f set registered_on = g.registered_on from given g
  where g.office_id = f.office_id and g.case_id = f.case_id and f.register_no is not null;
update report_fact f set found_on = s.found_on, sanction = s.sanction, sanctioned_on = s.sanctioned_on
  from sanctioned s where s.office_id = f.office_id and s.case_id = f.case_id;
update report_fact_past f set found_on = s.found_on from sanctioned s
  where s.office_id = f.office_id and s.case_id = f.case_id and f.recorded_to > s.found_known;
update report_fact_past f set sanction = s.sanction, sanctioned_on = s.sanctioned_on from sanctioned s
  where s.office_id = f.office_id and s.case_id = f.case_id and f.recorded_to > s.sanction_known;

alter table report_fact add primary key (office_id, case_id);
create index report_fact_received on report_fact (office_id, received_on);
create index report_fact_open on report_fact (office_id, received_on) where status not in (6, 7);
create index report_fact_numbered_elsewhere on report_fact (office_id, registered_on) where cut_promise >= 8388608;
create index report_fact_found on report_fact (office_id, received_on) where found_on is not null;
create index report_fact_without_steps on report_fact (office_id, case_id) where step_codes is null;
create index report_fact_past_received on report_fact_past (office_id, received_on);
create index report_fact_past_case on report_fact_past (office_id, case_id);
-- What stood at a moment and was known then: everything that ended later in both times and began before.
create index report_fact_past_stood on report_fact_past (office_id, least(effective_to, recorded_to), effective_from);

alter table report_fact enable row level security;
alter table report_fact_past enable row level security;
create policy own_office on report_fact
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
create policy own_office on report_fact_past
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert, update on report_fact, report_fact_past to tanggap_app;
grant delete on report_fact to tanggap_app;
