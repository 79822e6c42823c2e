-- Figures, and old registers that were read in.
--
-- Every count reads every fact of its period, so a fact is one row and holds in the order in which reports ask: a column
-- is found by its offset, and what is filtered and grouped by is never null and packed, so that a group is one number.
-- Measured on a million rows, a grouping costs half of what it did over plain columns. The packed columns are generated
-- from the others, so that they cannot say another thing; `src/features/reports/packed-cut.ts` reads them, and a test
-- holds both against the domain.
--
-- Nearly two thirds of the finished steps of an SOP have no stopwatch: an answer at the desk made them unnecessary, or one
-- act did two of them. Those of a case stand in one number beside its axes and are grouped with them; only stopwatches are
-- counted one by one. A finished step is never taken back, so each carries its own two times: when it was finished and,
-- where that is another time, recorded. They stand in the current row only.

-- What stands now (effective and recorded until further notice): one row a case.
create table report_fact (
  received_on date not null,
  office_id smallint not null,
  complainants smallint not null,
  effective_from timestamptz not null,
  recorded_from timestamptz not null,
  -- When the last of the finished steps ended or became known: read at this instant or later, all of them count.
  steps_until timestamptz not null,
  -- Late from here on if nothing happens; infinity where nothing is owed, or the answer decided it already (rule 36).
  owed_until timestamptz not null generated always as (case
    when receipt_precision = 2 or due_at is null or answered_at is not null or closed_at <= due_at
      or (provenance = 1 and closed_at is null and status in (6, 7, 8)) then 'infinity'
    else due_at end) stored,
  -- kind 3 bits, old register only 1, unit + 1 16, category + 1 16, place + 1 16; a protected case has no place (rule 6)
  cut_place bigint not null generated always as (
    kind::bigint | ((provenance = 1 and answered_at is null and closed_at is null)::int::bigint << 3) | (coalesce(unit + 1, 0)::bigint << 4)
    | (coalesce(category + 1, 0)::bigint << 20) | (case when protected then 0 else coalesce(place + 1, 0) end::bigint << 36)
  ) stored,
  -- The steps without a stopwatch as `step-fact-row.ts` packs them together: below 2^34, so that it stands above cut_course.
  step_marks bigint not null,
  -- kind 3, old register only 1, service + 1 16, status 4, outcome + 1 5
  cut_course int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null and closed_at is null)::int << 3) | (coalesce(service + 1, 0) << 4) | (status::int << 20)
    | (coalesce(outcome + 1, 0) << 24)
  ) stored,
  -- kind 3, old register only 1, month since the year 1900 12, channel 6, recording time 3
  cut_receipt int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null and closed_at is null)::int << 3)
    | ((extract(year from received_on)::int * 12 + extract(month from received_on)::int - 22801) << 4) | (channel::int << 16)
    | (recording_time::int << 22)
  ) stored,
  -- kind 3, old register only 1, severity + 1 4, response 4, promise 3 (owed as not yet due), reaction time 3, finish
  -- time 3, then one each: anonymous, protected, urgent, at the desk, counted, cancelled, old register; numbered 2 (no, in
  -- its month, in another)
  cut_promise int not null generated always as (
    kind::int | ((provenance = 1 and answered_at is null and closed_at is null)::int << 3) | (coalesce(severity + 1, 0) << 4)
    | (case
        when receipt_precision = 2 or (provenance = 1 and answered_at is null and closed_at is null and status in (6, 7, 8)) then 11
        when answered_at is null then 10
        when answer_working_days is null then 11
        when answer_working_days <= 5 then answer_working_days
        when answer_working_days <= 10 then 6
        when answer_working_days <= 14 then 7
        when answer_working_days <= 60 then 8
        else 9 end << 8)
    | (case
        when receipt_precision = 2 or (provenance = 1 and answered_at is null and closed_at is null and status in (6, 7, 8)) then 4
        when due_at is null then 3
        when answered_at <= due_at then 0
        when answered_at is not null then 1
        when closed_at <= due_at then 3
        else 2 end << 12)
    | (reaction_time::int << 15) | (finish_time::int << 18)
    | (anonymous::int << 21) | (protected::int << 22) | (urgent::int << 23) | (at_desk::int << 24)
    | (counted::int << 25) | (cancelled::int << 26) | (provenance::int << 27)
    | (case
        when registered_on is null then 0
        when extract(year from registered_on) = extract(year from received_on)
          and extract(month from registered_on) = extract(month from received_on) then 1
        else 2 end << 28)
  ) stored,
  counted boolean not null,
  -- The steps with a stopwatch, one by one.
  step_codes bigint[] not null,
  kind smallint not null,
  channel smallint not null,
  status smallint not null,
  provenance smallint not null,
  receipt_precision smallint not null,
  -- Places in ELAPSED_KEYS.
  recording_time smallint not null,
  reaction_time smallint not null,
  finish_time smallint not null,
  cancelled boolean not null,
  anonymous boolean not null,
  urgent boolean not null,
  protected boolean not null,
  at_desk boolean not null,
  case_id uuid not null,
  service smallint,
  category smallint,
  -- Read by no report yet: the report's list of changed classes (rule 15) will, with issuing.
  severity_first smallint,
  severity smallint,
  outcome smallint,
  unit smallint,
  place smallint,
  answer_working_days smallint,
  register_year smallint,
  register_no int,
  registered_on date,
  answered_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  -- When a finding was made that a sanction may follow; what was decided outside (0 none, then by degree), and the day
  -- of that decree.
  found_on date,
  sanction smallint,
  sanctioned_on date,
  -- The codes of the steps in step_marks, and the times of the steps: first of step_codes, then of these.
  marked_codes bigint[] not null,
  step_at timestamptz[] not null,
  -- Null where each was known when it ended.
  step_known timestamptz[]
);

-- What stood before: superseded in fact (effective_to) or in knowledge (recorded_to). Each row is one rectangle of both
-- axes, half open; the rectangles of a case never overlap. Nothing is entered ahead of its time, so a reading at the
-- moment E as recorded at T asks for least(E, T): that is what lets an ordinary act leave one row behind, not two.
-- It has the columns of the table above, in their order, but those of the steps.
do $$
begin
  execute (select format('
create table report_fact_past (%s, effective_to timestamptz not null, recorded_to timestamptz not null)', string_agg(
      format('%I %s', attname, format_type(atttypid, atttypmod))
      || case when attnotnull then ' not null' else '' end
      || case when attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(adbin, adrelid)) else '' end,
      ', ' order by attnum))
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = 'report_fact'::regclass and attnum > 0 and attname !~ '^(step|marked)_|^steps_');
end $$;

alter table report_fact add primary key (office_id, case_id);
create index report_fact_received on report_fact (office_id, received_on);
create index report_fact_open on report_fact (office_id, received_on) where status not in (6, 7, 8);
create index report_fact_numbered_elsewhere on report_fact (office_id, registered_on) where cut_promise >= 536870912;
create index report_fact_found on report_fact (office_id, received_on) where found_on is not null;
-- What is in no count is a few among many, and every report tells how many.
create index report_fact_not_counted on report_fact (office_id, received_on) where not counted;
create index report_fact_past_received on report_fact_past (office_id, received_on);
create index report_fact_past_case on report_fact_past (office_id, case_id);
-- What stood at a moment and was known then: everything that ended later in both times and began before.
create index report_fact_past_stood on report_fact_past (office_id, least(effective_to, recorded_to), effective_from);

-- Old registers that were read in -------------------------------------------------------------------------------------

create table register_import (
  office_id smallint not null,
  import_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  period text not null,
  imported_at timestamptz not null,
  imported_by uuid,
  primary key (office_id, import_id)
);
-- A row whose import was taken back is known no longer: the same row of a book may come in again, as another case.
create table register_import_row (
  office_id smallint not null,
  -- Stays when somebody of the case is erased, and half of it stands in the history: without it the same book would bring
  -- him in again. Only who holds the whole row and the master key can tell that it is this one.
  row_hash bytea not null,
  -- The same keyed hash of date, names and matter alone: a row of another import that is like this one is doubted. Goes
  -- with whatever of the case is erased.
  like_hash bytea,
  import_id uuid not null,
  case_id uuid not null,
  sheet text not null,
  row_no int not null,
  doubts jsonb not null,
  taken_back_at timestamptz,
  primary key (office_id, import_id, row_hash)
);
create unique index register_import_row_known on register_import_row (office_id, row_hash) where taken_back_at is null;
create index register_import_row_like on register_import_row (office_id, like_hash);
create index register_import_row_case on register_import_row (office_id, case_id);

-- Walls ---------------------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['report_fact', 'report_fact_past', 'register_import', 'register_import_row']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_office on %I using (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint) with check (office_id = nullif(current_setting(''app.office_id'', true), '''')::smallint)', t);
  end loop;
end $$;

grant select, insert on report_fact, register_import, register_import_row to tanggap_app;
grant update (taken_back_at, like_hash) on register_import_row to tanggap_app;
do $$
begin
  execute (select format('grant update (%s) on report_fact to tanggap_app', string_agg(quote_ident(attname), ', '))
    from pg_attribute where attrelid = 'report_fact'::regclass and attnum > 0 and attgenerated = ''
      and attname not in ('office_id', 'case_id'));
end $$;
grant select, insert on report_fact_past to tanggap_app;
-- What stood before stays as it was written: it may only end earlier.
grant update (effective_to, recorded_to) on report_fact_past to tanggap_app;
