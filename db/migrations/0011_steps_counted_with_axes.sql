-- Annual reports over a million cases. Nearly two thirds of the finished steps of an SOP have no stopwatch: an answer
-- at the desk made them unnecessary, or one act did two of them. Each of them was taken apart and counted for itself.
-- Now those of a case stand in one number beside its axes and are grouped with them, and only stopwatches are counted
-- one by one; measured on a million rows, counting the steps costs half of what it did.
--
-- What stands first in the row is found fastest, so the table is made anew, in the order in which reports ask; the packed
-- columns are those of 0004. The steps of the cases that are there are worked out from their histories at the next start
-- (`fill-step-facts.ts`), as after 0004.

alter table report_fact rename to former_fact;
create table report_fact (
  received_on date not null,
  office_id smallint not null,
  complainants smallint not null,
  effective_from timestamptz not null,
  recorded_from timestamptz not null,
  -- When the last of the finished steps ended or became known: read at this instant or later, all of them count.
  steps_until timestamptz not null default '-infinity',
  owed_until timestamptz not null generated always as (case
    when receipt_precision = 2 or due_at is null or answered_at is not null or closed_at <= due_at
      or (provenance = 1 and status in (6, 7)) then 'infinity'
    else due_at end) stored,
  cut_place bigint not null generated always as (
    kind::bigint | ((provenance = 1 and answered_at is null)::int::bigint << 3) | (coalesce(unit + 1, 0)::bigint << 4)
    | (coalesce(category + 1, 0)::bigint << 20) | (case when protected then 0 else coalesce(place + 1, 0) end::bigint << 36)
  ) stored,
  -- The steps without a stopwatch as `step-fact-row.ts` packs them together: below 2^34, so that it stands above cut_course.
  step_marks bigint not null default 0,
  cut_course int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null)::int << 3) | (coalesce(service + 1, 0) << 4) | (status::int << 20)
    | (coalesce(outcome + 1, 0) << 24)
  ) stored,
  cut_receipt int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null)::int << 3)
    | ((extract(year from received_on)::int * 12 + extract(month from received_on)::int - 22801) << 4) | (channel::int << 16)
  ) stored,
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
  counted boolean not null,
  -- The other steps, one by one. Null: a case of the time before this file.
  step_codes bigint[],
  kind smallint not null,
  channel smallint not null,
  status smallint not null,
  provenance smallint not null,
  receipt_precision smallint not null,
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
  found_on date,
  sanction smallint,
  sanctioned_on date,
  -- The codes of the steps in step_marks, and the times of the steps: first of step_codes, then of these.
  marked_codes bigint[],
  step_at timestamptz[],
  step_known timestamptz[]
);
do $$
declare
  kept constant text := (select string_agg(quote_ident(attname), ', ') from pg_attribute
    where attrelid = 'former_fact'::regclass and attnum > 0 and attgenerated = '' and attname not like 'step%');
begin
  execute format('insert into report_fact (%1$s) select %1$s from former_fact order by received_on, effective_from', kept);
end $$;
drop table former_fact;

alter table report_fact add primary key (office_id, case_id);
create index report_fact_received on report_fact (office_id, received_on);
create index report_fact_open on report_fact (office_id, received_on) where status not in (6, 7);
create index report_fact_numbered_elsewhere on report_fact (office_id, registered_on) where cut_promise >= 8388608;
create index report_fact_found on report_fact (office_id, received_on) where found_on is not null;
create index report_fact_without_steps on report_fact (office_id, case_id) where step_codes is null;
-- What is in no count is a few among many, and every report tells how many.
create index report_fact_not_counted on report_fact (office_id, received_on) where not counted;

alter table report_fact enable row level security;
create policy own_office on report_fact
  using (office_id = nullif(current_setting('app.office_id', true), '')::smallint)
  with check (office_id = nullif(current_setting('app.office_id', true), '')::smallint);
grant select, insert, update, delete on report_fact to tanggap_app;
