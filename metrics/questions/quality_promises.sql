-- one row per indicator whose final target is not what its period targets add up to (a flow) or end at (any other)
with
promised as (
    select periods.indicator, periods.target, periods.period, periods.period_start, periods.period_end
    from rollup_periods as periods
    where not by_partner and not by_place and not by_group and is_target_period and target is not null
),
finest as (
    select * from promised
    where not exists (
        select 1 from promised as inner_one
        where inner_one.indicator = promised.indicator and inner_one.period <> promised.period
          and inner_one.period_start >= promised.period_start and inner_one.period_end <= promised.period_end)
),
planned as (
    select indicator, sum(target) as total, arg_max(target, period_end) as last_target, max(period_end) as last_day,
        count(*)::integer as periods
    from finest
    group by indicator
),
compared as (
    select indicators.code as indicator, indicators.target as figure,
        indicators.over_time = 'sum' and not coalesce(indicators.cumulative, false) as is_flow,
        case when indicators.over_time = 'sum' and not coalesce(indicators.cumulative, false)
             then total else last_target end as compared, periods,
        indicators.upload_id, indicators.sheet, indicators.row_number
    from current_indicators as indicators
    join planned on indicators.code = planned.indicator
    -- the plan must reach the day of the final target, or the two are not of the same time
    where indicators.target is not null and indicators.target_date is not null and last_day >= indicators.target_date
)
select indicator, null::varchar as period, null::date as period_start, null::varchar as partner, null::varchar as place,
    figure, compared, is_flow, periods, upload_id, sheet, row_number, null::varchar as value_cell,
    'indicators' as sheet_key, 'target' as field
from compared
where parts_differ(compared, figure)
order by indicator;
