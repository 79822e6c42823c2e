-- When people fast, from db/reference/ramadan.csv. It stands beside the days off, under the same revision, because
-- working days and service time rest on it wherever an office has a circular: a period that is corrected (sidang isbat)
-- moves open deadlines just as a decree does.
create table ramadan_period (
  year smallint primary key,
  first_day date not null,
  last_day date not null check (last_day > first_day),
  note text not null,
  recorded_at timestamptz not null
);
grant select on ramadan_period to tanggap_app;
