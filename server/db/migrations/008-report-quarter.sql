-- Coverage is read off the last day of a report's quarter: no other day may stand beside the quarter.
alter table network_report
  add constraint network_report_quarter_check
  check (ends_on = (make_date(left(period, 4)::int, right(period, 1)::int * 3, 1) + interval '1 month' - interval '1 day')::date);
