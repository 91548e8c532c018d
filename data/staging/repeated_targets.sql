-- one row per staged target that stands, with the same value, on an earlier sheet of the file too: the target of the year in the
-- sheet of each month. Only where each of these sheets has results of its own periods of the very same unit: then they are
-- reports of one thing.
with
targets as (
    select sheet, row_number, indicator, period, partner, place, "group", value, value_is_percent,
        row_number() over () as position
    from staged_targets
    where indicator is not null and period is not null and value is not null and not period_is_total
),
told as (
    select indicator, period, partner, place, "group", arg_min(sheet, position) as first, count(*) as times,
        count(distinct sheet) as sheets, count(distinct (value, value_is_percent)) as values
    from targets
    group by indicator, period, partner, place, "group"
    having times > 1 and times = sheets and values = 1
),
reported as (
    select told.indicator, told.period, told.partner, told.place, told."group",
        count(distinct staged_results.sheet) as sheets, count(distinct staged_results.period) as periods,
        count(distinct (staged_results.sheet, staged_results.period)) as pairs
    from told
    join staged_results
      on told.indicator = staged_results.indicator and told.partner is not distinct from staged_results.partner
     and told.place is not distinct from staged_results.place and told."group" is not distinct from staged_results."group"
    where not staged_results.period_is_total
    group by told.indicator, told.period, told.partner, told.place, told."group"
)
select targets.sheet, targets.row_number, told.first
from targets
join told
  on targets.indicator = told.indicator and targets.period = told.period and targets.partner is not distinct from told.partner
 and targets.place is not distinct from told.place and targets."group" is not distinct from told."group"
join reported
  on reported.indicator = told.indicator and reported.period = told.period and reported.partner is not distinct from told.partner
 and reported.place is not distinct from told.place and reported."group" is not distinct from told."group"
where targets.sheet <> told.first and reported.sheets = told.sheets and reported.pairs = reported.periods
order by all;
