-- one row per result that may be right and yet is worth a look: far above its target, unlike the others of its unit, of a
-- period to come, the same as in the last report, or a running total that falls
with
-- `unit` stands for indicator, kind of period, partner, place and group: a number is compared and grouped far faster
fresh as materialized (
    select sheet, row_number, indicator, period, period_start, partner, place, "group", direction,
        coalesce(is_cumulative, false) and over_time in ('last', 'max') as is_total,
        value * case when value_is_percent then scale else 1 end as value,
        hash(indicator, period_kind, partner, place, "group") as unit,
        year(period_start) * 12 + month(period_start) as month,
        case period_kind when 'month' then 1 when 'quarter' then 3 when 'half' then 6 when 'year' then 12 end as months
    from staged_results join staged_definitions on indicator = code
    where value is not null and not period_is_total
),
asked as (select distinct indicator from fresh),
aims as (
    select indicator, period, partner, place, "group", max(value) as target
    from (
        select indicator, period, partner, place, "group", value from new_targets
        union all
        select indicator, period, partner, place, "group", value from current_targets where indicator in (select indicator from asked)
    )
    where value > 0
    group by all
),
earlier as (
    select hash(indicator, period_kind, partner, place, "group") as unit, year(period_start) * 12 + month(period_start) as month, value
    from current_results
    where value is not null and indicator in (select indicator from asked)
),
series as materialized (
    select unit, month, value from fresh
    union all
    select unit, month, value from earlier
),
-- medians are dear, so only of the units that have enough figures
long as (select unit from series group by unit having count(*) >= 6 and min(value) < max(value)),
medians as (
    select unit, median(value) as middle, mad(value) as median_distance
    from series
    semi join long using (unit)
    group by unit
),
-- how far is too far: six deviations by the median distance; where most figures are the same, 3.5 by the mean distance
middles as (
    select unit, any_value(middle) as middle,
        case when any_value(median_distance) > 0 then 6 * 1.4826 * any_value(median_distance)
             else greatest(3.5 * 1.253314 * avg(abs(value - middle)), 0.5 * any_value(abs(middle))) end as too_far
    from series
    join medians using (unit)
    group by unit
),
steps as (
    select fresh.sheet, fresh.partner, fresh.place, fresh.period, min(fresh.row_number) as row_number,
        count(*) as figures, count(*) filter (fresh.value = series.value) as same
    from fresh
    join series on fresh.unit = series.unit and series.month = fresh.month - fresh.months
    where fresh.value <> 0
    group by all
)
select 'results' as what, sheet, row_number, 'value' as field, 'far_above_target' as code, value as found, target as expected, null as period
from fresh
join aims
  on fresh.indicator = aims.indicator and fresh.period = aims.period
 and fresh.partner is not distinct from aims.partner and fresh.place is not distinct from aims.place
 and fresh."group" is not distinct from aims."group"
where value > 3 * target and direction is distinct from 'down'
union all
select 'results', sheet, row_number, 'value', 'outlier', value, middle, null
from fresh
join middles on fresh.unit = middles.unit
where abs(value - middle) > too_far
union all
select 'results', sheet, min(row_number), 'period', 'future_period', count(*), null, period
from fresh where period_start > $today::date group by sheet, period
union all
select 'results', sheet, row_number, 'value', 'same_as_before', figures, null, period
from steps where figures >= 3 and same = figures
union all
-- figures that are totals by definition (cumulative, the latest counts), not by the wording of their periods
select 'results', sheet, row_number, 'value', 'running_total_falls', before.value - fresh.value, null, null
from fresh
join series as before on fresh.unit = before.unit and before.month = fresh.month - fresh.months
where is_total and fresh.value < before.value
union all
select what, sheet, row_number, 'value', 'running_total_falls', -value, null, null
from running_totals where state = 'step' and value < 0
order by all;
