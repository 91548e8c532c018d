-- one row per target that is not what the targets inside it add up to (a flow) or end at (any other): a final target and
-- its period targets, or a year's and its quarters'
with
promised as (
    select periods.indicator, periods.target, periods.period, periods.period_start, periods.period_end,
        periods.period_end <= $as_of::date as has_ended
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
-- the plan must reach the day of the final target, or the two are not of the same time
final_targets as (
    select indicators.code as indicator, null::varchar as period, null::date as period_start, indicators.target as figure,
        indicators.over_time = 'sum' and not coalesce(indicators.cumulative, false) as is_flow,
        total, last_target, periods, indicators.upload_id, indicators.sheet, indicators.row_number,
        null::varchar as value_cell, 'indicators' as sheet_key, 'target' as field
    from current_indicators as indicators
    join planned on indicators.code = planned.indicator
    where indicators.target is not null and indicators.target_date is not null and last_day >= indicators.target_date
),
inside as (
    select wider.indicator, wider.period, wider.period_start, wider.target as figure, wider.has_ended,
        wider.period_end - wider.period_start + 1 as days,
        sum(finest.period_end - finest.period_start + 1) as days_inside, max(finest.period_end) = wider.period_end as ends_with_it,
        sum(finest.target) as total, arg_max(finest.target, finest.period_end) as last_target, count(*)::integer as periods
    from promised as wider
    join finest
      on wider.indicator = finest.indicator and wider.period <> finest.period
     and finest.period_start >= wider.period_start and finest.period_end <= wider.period_end
    group by wider.indicator, wider.period, wider.period_start, wider.target, wider.has_ended, wider.period_end
),
-- quarters still to be set are no finding before the year has ended, unless those that are set come to more already
wider_targets as (
    select inside.indicator, inside.period, inside.period_start, figure,
        indicators.over_time = 'sum' and not coalesce(indicators.cumulative, false) as is_flow,
        total, last_target, periods, targets.upload_id, targets.sheet, targets.row_number, targets.value_cell,
        'targets' as sheet_key, 'value' as field
    from inside
    join current_indicators as indicators on inside.indicator = indicators.code
    join current_targets as targets on inside.indicator = targets.indicator and inside.period = targets.period
    where case when is_flow then has_ended or days_inside >= days or total > figure else ends_with_it end
    qualify row_number() over (partition by inside.indicator, inside.period
        order by (targets.partner is null)::integer + (targets.place is null)::integer + (targets."group" is null)::integer desc,
            targets.upload_id desc, targets.row_number) = 1
),
compared as (
    select *, case when is_flow then total else last_target end as compared from final_targets
    union all
    select *, case when is_flow then total else last_target end from wider_targets
)
select indicator, period, period_start, null::varchar as partner, null::varchar as place,
    figure, compared, is_flow, periods, upload_id, sheet, row_number, value_cell, sheet_key, field
from compared
where parts_differ(compared, figure)
order by indicator, period_start nulls first;
