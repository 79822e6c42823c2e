-- Annual reports over a million cases. Nearly two thirds of the finished steps of an SOP have no stopwatch: an answer
-- at the desk made them unnecessary, or one act did two of them. Each of them was taken apart and counted for itself.
-- Now those of a case stand in one number beside its axes and are grouped with them, and only stopwatches are counted
-- one by one; measured on a million rows, counting the steps costs half of what it did.
--
-- What stands first in the row is found fastest, so the table is made anew. The steps of the cases that are there are
-- worked out from their histories at the next start (`fill-step-facts.ts`), as after 0004.

alter table report_fact rename to former_fact;
create table report_fact (
  -- When the last of the finished steps ended or became known: read at this instant or later, all of them count.
  steps_until timestamptz not null default '-infinity',
  -- The steps without a stopwatch as `step-fact-row.ts` packs them together; below 2^34, above it stands `cut_course`.
  step_marks bigint not null default 0,
  like former_fact including generated,
  -- The codes of the steps in step_marks; step_at and step_known tell first of step_codes, then of these.
  marked_codes bigint[]
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
