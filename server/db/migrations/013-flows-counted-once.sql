-- Of one corridor, direction and basis, a year that is stated whole rules over its quarters and months, and a quarter over
-- its months: nobody is counted twice.
create view counted_flow as
select flow.*
from current_flow as flow
join (
  select
    flow.id,
    length(period) = 4 as is_year,
    period like '%-Q%' as is_quarter,
    bool_or(length(period) = 4) over corridor_year as has_year,
    bool_or(period like '%-Q%') over corridor_quarter as has_quarter
  from current_flow as flow
  join edition on edition.id = flow.edition
  window
    corridor_year as (
      partition by
        is_demonstration, origin, crossing, destination_country, destination_province, direction, basis, left(period, 4)
    ),
    corridor_quarter as (
      partition by
        is_demonstration, origin, crossing, destination_country, destination_province, direction, basis, left(period, 4),
        case when period like '%-Q%' then right(period, 1)::int when length(period) = 7 then (right(period, 2)::int + 2) / 3 end
    )
) as stated on stated.id = flow.id
where is_year or (not has_year and (is_quarter or not has_quarter));
