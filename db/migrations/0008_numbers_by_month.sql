-- Where the printed series begins anew each month (rule 9), the counter itself remembers where the month began. Read from
-- the numbers given, that took a look at every number of the month while the counter was locked, and two registrations
-- around midnight could have printed the same number.
alter table register_counter
  -- The latest month in which a number was given, 0 = none yet, and the number before its first.
  add month smallint not null default 0 check (month between 0 and 12),
  add before_month int not null default 0;

update register_counter c set month = given.month, before_month = given.first - 1
from (
  select distinct on (e.office_id, e.year) e.office_id, e.year,
    extract(month from e.given_at at time zone o.zone)::smallint as month, min(e.no) as first
  from register_entry e join office o using (office_id)
  group by e.office_id, e.year, extract(month from e.given_at at time zone o.zone)
  order by e.office_id, e.year, extract(month from e.given_at at time zone o.zone) desc
) given
where given.office_id = c.office_id and given.year = c.year;
