-- one row per figure of the roll-up: indicator, period (null: the whole life) and unit of the scope that reported
select indicator, period, period_kind, period_start, period_end, is_report_period, partner, place, "group",
    actual, numerator, denominator, is_mixed
from rollup_periods
where by_partner = $by_partner and by_place = $by_place and by_group = $by_group and reports > 0
  and ($indicators::varchar[] is null or list_contains($indicators::varchar[], indicator))
order by indicator, period_start nulls first, period_end, partner, place, "group";
