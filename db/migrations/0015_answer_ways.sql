-- In which of five ways a complaint was answered (rule 25), and whether its class is another than the first one (rule 15).

do $$
declare t text;
begin
  foreach t in array array['report_fact', 'report_fact_past']
  loop
    -- A place in ANSWER_WAYS; null while nothing was answered.
    execute format('alter table %I add column answer_way smallint', t);
    -- kind 3 bits, old register only 1, way of the answer 3 (behind the ways: none, not recorded), class 2 (none, the
    -- first one, another)
    execute format('alter table %I add column cut_answer int not null generated always as (
      kind::int | ((provenance = 1 and answered_at is null and closed_at is null)::int << 3)
      | (case
          when answer_way is not null then answer_way::int
          when provenance = 1 and answered_at is null and closed_at is null and status in (6, 7, 8) then 6
          else 5 end << 4)
      | (case when severity is null then 0 when severity is distinct from severity_first then 2 else 1 end << 7)
    ) stored', t);
  end loop;
end $$;

grant update (answer_way) on report_fact to tanggap_app;
