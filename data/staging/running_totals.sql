-- one row per figure of the upload that runs from the start to its period (s.d. TW II): what the period alone comes to.
-- `state`: step (the difference to the step before), as_is (a state needs none), repeats (the period's own figure stands
-- beside it), gap (a step before it is missing), restarts (nothing tells whether it begins anew each year), ask.
create or replace temp table running_totals as
with
asked as (
    select indicator from staged_results where period_is_total
    union select indicator from staged_targets where period_is_total
),
figures as (
    select 'results' as what, sheet, row_number, indicator, period_kind, period_start, period_end, partner, place, "group",
        value, period_is_total
    from staged_results where indicator in (select indicator from asked)
    union all
    select 'targets', sheet, row_number, indicator, period_kind, period_start, period_end, partner, place, "group",
        value, period_is_total
    from staged_targets where indicator in (select indicator from asked)
),
totals as (
    select figures.*, over_time from figures
    left join staged_definitions on indicator = code
    where period_is_total and value is not null
),
singles as (
    select what, indicator, period_kind, period_start, period_end, partner, place, "group", value, 1 as rank
    from figures where not period_is_total and indicator in (select indicator from totals)
    union all
    select 'results', indicator, period_kind, period_start, period_end, partner, place, "group", value, 2
    from current_results where indicator in (select indicator from totals)
    union all
    select 'targets', indicator, period_kind, period_start, period_end, partner, place, "group", value, 2
    from current_targets where indicator in (select indicator from totals)
),
newest_singles as (
    select * from singles where value is not null
    qualify row_number() over (
        partition by what, indicator, period_kind, period_start, partner, place, "group" order by rank) = 1
),
-- the total that ends the day before, and the single figures of the same year before it
before as (
    select totals.what, totals.sheet, totals.row_number,
        any_value(earlier.value) as total_before,
        (select sum(value) from newest_singles as single
         where single.what = totals.what and single.indicator = totals.indicator and single.period_kind = totals.period_kind
           and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
           and single."group" is not distinct from totals."group"
           and single.period_start < totals.period_start and year(single.period_start) = year(totals.period_start)) as sum_before,
        (select count(*) from newest_singles as single
         where single.what = totals.what and single.indicator = totals.indicator and single.period_kind = totals.period_kind
           and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
           and single."group" is not distinct from totals."group"
           and single.period_start < totals.period_start and year(single.period_start) = year(totals.period_start)) as steps_before
    from totals
    left join totals as earlier
      on totals.what = earlier.what and totals.indicator = earlier.indicator and totals.period_kind = earlier.period_kind
     and totals.partner is not distinct from earlier.partner and totals.place is not distinct from earlier.place
     and totals."group" is not distinct from earlier."group" and earlier.period_end + 1 = totals.period_start
    group by totals.what, totals.sheet, totals.row_number, totals.indicator, totals.period_kind, totals.partner,
        totals.place, totals."group", totals.period_start
),
placed as (
    select totals.*, total_before, sum_before, steps_before,
        case period_kind
            when 'month' then month(totals.period_start) when 'quarter' then quarter(totals.period_start)
            when 'half' then (month(totals.period_start) + 5) // 6 end as step,
        exists (
            select 1 from figures as single
            where not single.period_is_total and single.what = totals.what and single.indicator = totals.indicator
              and single.period_start = totals.period_start and single.period_end = totals.period_end
              and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
              and single."group" is not distinct from totals."group" and single.value is not null) as has_own
    from totals
    join before on totals.what = before.what and totals.sheet = before.sheet and totals.row_number = before.row_number
)
select what, sheet, row_number,
    case
        when has_own then 'repeats'
        when over_time in ('last', 'max') then 'as_is'
        when over_time is distinct from 'sum' then 'ask'
        when step = 1 and total_before <= value and total_before > 0 then 'restarts'
        when step = 1 or (step > 1 and (total_before is not null or steps_before = step - 1))
             or (step is null and total_before is not null) then 'step'
        else 'gap'
    end as state,
    case
        when over_time in ('last', 'max') or step = 1 then value
        when total_before is not null then value - total_before
        else value - sum_before
    end as value
from placed;
