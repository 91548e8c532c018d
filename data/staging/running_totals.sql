-- one row per figure of the upload that runs from the start to its period (s.d. TW II): what the period alone comes to.
-- `state`: step (the difference to the step before), as_is (a state needs none), repeats (the period's own figure stands
-- beside it), gap (a step before it is missing), widened (no step before it is there, and from the start of the year to its
-- end is a period of its own: s.d. TW II is the first half-year), restarts (nothing tells whether it begins anew each
-- year), left_out (several years in one, of which nothing says how many), before (several periods in one, which no period
-- of ours is, before one that has a figure of its own: s.d. bulan lalu beside bulan ini), ask. `period` and what follows it: the period that the value is of.
-- part_of_year: no step before it is there, and from the start of the year to its end is no period of ours (s.d. TW III):
-- so_far or not_taken, where somebody said for the sheet that it is the figure of the year so far, or to be left out.
-- beyond: as repeats, and the figures of its periods that are known here do not come to it, so that the rest is named.
create or replace temp table running_totals as
with
asked as (
    select indicator from staged_results where period_is_total
    union select indicator from staged_targets where period_is_total
),
written as (
    select 'results' as what, sheet, row_number, indicator, period_kind, period_start, period_end, partner, place, "group",
        value, period_is_total
    from staged_results where indicator in (select indicator from asked)
    union all
    select 'targets', sheet, row_number, indicator, period_kind, period_start, period_end, partner, place, "group",
        value, period_is_total
    from staged_targets where indicator in (select indicator from asked)
),
-- where some month has a figure of its own, or runs to another month than the end of a quarter, the steps are months
by_month as (
    select what, indicator, partner, place, "group", year(period_start) as year from written
    where period_kind = 'month' and not (period_is_total and month(period_end) % 3 = 0)
    union
    select 'results', indicator, partner, place, "group", year(period_start) from current_results
    where period_kind = 'month' and indicator in (select indicator from asked)
    union
    select 'targets', indicator, partner, place, "group", year(period_start) from current_targets
    where period_kind = 'month' and indicator in (select indicator from asked)
),
by_quarters as (
    select what, indicator, partner, place, "group", year(period_start) as year from written where period_kind = 'quarter'
    union
    select 'results', indicator, partner, place, "group", year(period_start) from current_results
    where period_kind = 'quarter' and indicator in (select indicator from asked)
    union
    select 'targets', indicator, partner, place, "group", year(period_start) from current_targets
    where period_kind = 'quarter' and indicator in (select indicator from asked)
),
-- s.d. Maret, s.d. Juni, s.d. September are s.d. TW I, II, III: the steps between two of them are quarters
stepped as (
    select written.*, period_kind = 'month' and period_is_total and month(period_end) % 3 = 0
        and (count(distinct case when period_kind = 'month' and period_is_total then period_end end) over (
                partition by what, indicator, partner, place, "group", year(period_start)) > 1
            or exists (
                select 1 from by_quarters as own
                where own.what = written.what and own.indicator = written.indicator and own.year = year(written.period_start)
                  and own.partner is not distinct from written.partner and own.place is not distinct from written.place
                  and own."group" is not distinct from written."group"))
        and not exists (
        select 1 from by_month as own
        where own.what = written.what and own.indicator = written.indicator and own.year = year(written.period_start)
          and own.partner is not distinct from written.partner and own.place is not distinct from written.place
          and own."group" is not distinct from written."group") as by_quarter
    from written
),
figures as (
    select * replace (
        case when by_quarter then 'quarter' else period_kind end as period_kind,
        case when by_quarter then date_trunc('quarter', period_start)::date else period_start end as period_start)
    from stepped
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
        coalesce(own.counts_from, others.counts_from) as counts_from, said_parts.answer as said_of_part,
        case totals.period_kind
            when 'month' then month(totals.period_start) when 'quarter' then quarter(totals.period_start)
            when 'half' then (month(totals.period_start) + 5) // 6 end as step,
        case month(totals.period_end) when 3 then 'quarter' when 6 then 'half' when 12 then 'year' end as wide_kind,
        make_date(year(totals.period_start), 1, 1) as year_start,
        exists (
            select 1 from figures as single
            where not single.period_is_total and single.what = totals.what and single.indicator = totals.indicator
              and single.period_start = totals.period_start and single.period_end = totals.period_end
              and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
              and single."group" is not distinct from totals."group" and single.value is not null) as has_own,
        (select max(value) from newest_singles as single
         where single.what = totals.what and single.indicator = totals.indicator
           and single.period_start = totals.period_start and single.period_end = totals.period_end
           and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
           and single."group" is not distinct from totals."group") as own_value,
        exists (
            select 1 from figures as single
            where not single.period_is_total and single.what = totals.what and single.indicator = totals.indicator
              and single.period_start = make_date(year(totals.period_start), 1, 1) and single.period_end = totals.period_end
              and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
              and single."group" is not distinct from totals."group" and single.value is not null) as has_wide,
        exists (
            select 1 from figures as other
            where other.period_is_total and other.what = totals.what and other.indicator = totals.indicator
              and year(other.period_start) = year(totals.period_start) and other.period_end <> totals.period_end
              and other.partner is not distinct from totals.partner and other.place is not distinct from totals.place
              and other."group" is not distinct from totals."group") as has_others,
        exists (
            select 1 from figures as single
            where not single.period_is_total and single.what = totals.what and single.indicator = totals.indicator
              and single.period_kind = 'year' and single.period_start = make_date(year(totals.period_start), 1, 1)
              and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
              and single."group" is not distinct from totals."group" and single.value is not null) as has_year,
        exists (
            select 1 from figures as single
            where not single.period_is_total and single.what = totals.what and single.indicator = totals.indicator
              and single.period_kind = totals.period_kind and single.period_start = totals.period_end + 1
              and single.partner is not distinct from totals.partner and single.place is not distinct from totals.place
              and single."group" is not distinct from totals."group") as has_next
    from totals
    join before on totals.what = before.what and totals.sheet = before.sheet and totals.row_number = before.row_number
    left join said_starts as own on totals.indicator = own.indicator
    left join said_starts as others on others.indicator = '*'
    left join said_parts on totals.sheet = said_parts.sheet
),
judged as (
    select *,
        case
            when has_own and over_time = 'sum' and step > 1 and total_before is null
                 and value > (own_value + coalesce(sum_before, 0)) * (1 + 1e-9) then 'beyond'
            when has_own then 'repeats'
            when over_time in ('last', 'max') then 'as_is'
            when over_time is distinct from 'sum' then 'ask'
            when step = 1 and total_before <= value and total_before > 0 and counts_from is null then 'restarts'
            when step = 1 or (step > 1 and (total_before is not null or steps_before = step - 1))
                 or (step is null and total_before is not null) then 'step'
            when step > 1 and steps_before = 0 and wide_kind is not null and counts_from is distinct from 'programme'
                then case when has_wide then 'repeats' else 'widened' end
            when period_kind = 'year' then 'left_out'
            when steps_before = 0 and has_next then 'before'
            when step > 1 and steps_before = 0 and not has_year and not has_others then
                case said_of_part when 'year' then 'so_far' when 'none' then 'not_taken' else 'part_of_year' end
            else 'gap'
        end as state
    from placed
)
select what, sheet, row_number, indicator, state,
    case
        when state in ('as_is', 'widened', 'so_far') then value
        when step = 1 and (counts_from is null or counts_from not in ('programme', 'proposed') or total_before is null) then value
        when total_before is not null then value - total_before
        else value - sum_before
    end as value,
    case when state = 'so_far' then year(year_start)::varchar
        when state = 'widened' then year(year_start) || case wide_kind when 'quarter' then '-Q1' when 'half' then '-S1' else '' end
        when state = 'step' and by_quarter then year(period_start) || '-Q' || step end as period,
    case when state = 'so_far' then 'year' when state = 'widened' then wide_kind when state = 'step' and by_quarter then period_kind end as period_kind,
    case when state in ('widened', 'so_far') then year_start when state = 'step' and by_quarter then period_start end as period_start,
    case when state = 'so_far' then make_date(year(year_start), 12, 31)
        when state = 'widened' or state = 'step' and by_quarter then period_end end as period_end
from judged;
