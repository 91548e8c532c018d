-- one row per result that may be right and yet is worth a look: far above its target, unlike the others of its unit, of a
-- period to come, the same as in the last report, or a running total that falls
with
definitions as (select code, direction, over_time, measure, scale from staged_definitions),
fresh as (
    select sheet, row_number, indicator, period, period_kind, period_start, partner, place, "group",
        value * case when value_is_percent then scale else 1 end as value, direction, over_time, measure
    from staged_results join definitions on indicator = code
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
    select indicator, period_kind, period_start, partner, place, "group", value
    from current_results
    where value is not null and indicator in (select indicator from asked)
),
series as (
    select indicator, period_kind, partner, place, "group", value from fresh
    union all
    select indicator, period_kind, partner, place, "group", value from earlier
),
middles as (
    select indicator, period_kind, partner, place, "group", median(value) as middle, mad(value) as spread
    from series
    group by all
    having count(*) >= 6 and mad(value) > 0
),
steps as (
    select sheet, partner, place, period, min(row_number) as row_number, count(*) as figures, count(*) filter (is_same) as same
    from (
        select fresh.*, fresh.value = before.value as is_same
        from fresh
        join (select indicator, period_kind, period_start, partner, place, "group", value from fresh
              union all select * from earlier) as before
          on fresh.indicator = before.indicator and fresh.period_kind = before.period_kind
         and fresh.partner is not distinct from before.partner and fresh.place is not distinct from before.place
         and fresh."group" is not distinct from before."group"
         and before.period_start = case fresh.period_kind
             when 'month' then fresh.period_start - interval 1 month when 'quarter' then fresh.period_start - interval 3 month
             when 'half' then fresh.period_start - interval 6 month when 'year' then fresh.period_start - interval 1 year end
        where fresh.value <> 0
    )
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
join middles
  on fresh.indicator = middles.indicator and fresh.period_kind = middles.period_kind
 and fresh.partner is not distinct from middles.partner and fresh.place is not distinct from middles.place
 and fresh."group" is not distinct from middles."group"
where abs(value - middle) > 6 * 1.4826 * spread
union all
select 'results', sheet, min(row_number), 'period', 'future_period', count(*), null, period
from fresh where period_start > $today::date group by sheet, period
union all
select 'results', sheet, row_number, 'value', 'same_as_before', figures, null, period
from steps where figures >= 3 and same = figures
union all
select what, sheet, row_number, 'value', 'running_total_falls', value, null, null
from running_totals where state = 'step' and value < 0
order by all;
