-- one row per thing to say about the results of the upload
with
figures as (
    select staged.* exclude (period_kind, period_start, period_end, note, evidence), measure, over_units, over_time, scale, unit
    from staged_results as staged
    left join staged_definitions on staged.indicator = staged_definitions.code
    where not period_is_total
),
-- the few rows that any of the checks of one row alone can be about
suspects as materialized (
    select * from figures
    where (denominator = 0 and numerator <> 0)
       or (numerator is null) <> (denominator is null)
       or (value_word is not null and measure is distinct from 'yes_no')
       or (measure = 'ratio' and (value is not null or numerator > denominator))
       or (value is null and (numerator is null or measure is distinct from 'ratio'))
       or value < 0
       or (value_is_percent and scale = 1 and measure = 'number')
),
-- a total beside its parts: one row per total and way of splitting it
totals as (
    select whole.sheet, whole.row_number, whole.value as total, sum(part.value) as parts,
        max(part.value) as largest, arg_max(part.sheet, part.value) as largest_sheet, arg_max(part.row_number, part.value) as largest_row
    from figures as whole
    join figures as part
      on whole.indicator = part.indicator and whole.period = part.period
     and whole.partner is not distinct from part.partner and whole.place is not distinct from part.place
    where whole."group" is null and part."group" is not null and whole.over_units = 'sum' and whole.measure = 'number'
    group by whole.sheet, whole.row_number, whole.value, dimensions_of(part."group")
    having count(distinct part."group") > 1 or dimensions_of(part."group") <> 'disability'
),
units as materialized (
    select sheet, indicator, period,
        count(partner) > 0 and count(partner) < count(*) as some_partners,
        count(place) > 0 and count(place) < count(*) as some_places,
        min(row_number) filter (partner is null) as row_without_partner,
        min(row_number) filter (place is null) as row_without_place
    from figures
    group by all
),
-- found by counting alone; only what was found twice is looked at closer
twice as materialized (
    select indicator, period, partner, place, "group"
    from figures
    where indicator is not null and period is not null
      and (value is not null or numerator is not null or value_mark is not null)
    group by all
    having count(*) > 1
),
repeated as (
    select figures.*
    from figures
    join twice
      on figures.indicator = twice.indicator and figures.period = twice.period
     and figures.partner is not distinct from twice.partner and figures.place is not distinct from twice.place
     and figures."group" is not distinct from twice."group"
)
select arg_max(sheet, (row_number, sheet)) as sheet, max(row_number) as row_number, 'indicator' as field,
    'same_row_twice' as code, 'stop' as severity,
    string_agg(coalesce(value::varchar, numerator::varchar, '—'), ' / ' order by row_number) as found, arg_min(sheet, (row_number, sheet)) as expected,
    min(row_number) as first
from repeated
group by indicator, period, partner, place, "group"
union all
select sheet, row_number, 'value', 'negative_result', 'warn', value::varchar, null, null
from suspects where value < 0 and measure = 'number' and over_time = 'sum'
union all
select sheet, row_number, 'denominator', 'zero_denominator', 'stop', numerator::varchar, null, null
from suspects where denominator = 0 and numerator <> 0
union all
select sheet, row_number, case when numerator is null then 'numerator' else 'denominator' end, 'half_ratio', 'stop', null, null, null
from suspects where (numerator is null) <> (denominator is null) and numerator_mark is null and denominator_mark is null
union all
select sheet, row_number, 'value', 'parts_count_for_nothing', 'warn', numerator::varchar, denominator::varchar, null
from suspects
where measure not in ('ratio', 'percent') and value is null and value_mark is null and value_word is null and not is_faulty
  and numerator is not null and denominator is not null
union all
select sheet, row_number, 'value', 'word_for_number', 'stop', case value_word when 1 then 'ya' else 'tidak' end, null, null
from suspects where value_word is not null and measure is distinct from 'yes_no'
union all
select sheet, min(row_number), 'value', 'ratio_needs_parts', 'warn', null, null, null
from suspects where measure = 'ratio' and denominator is null and value is not null
group by sheet, indicator
union all
select sheet, row_number, 'value', 'parts_disagree', 'warn', value::varchar, round(numerator / denominator * scale, 4)::varchar, null
from suspects
where measure = 'ratio' and denominator > 0
  and abs(value * case when value_is_percent then scale else 1 end - numerator / denominator * scale)
      > 0.01 * greatest(abs(numerator / denominator * scale), 1)
union all
select sheet, min(row_number), 'value', 'blank_results', 'warn', count(*)::varchar, null, null
from suspects
where value is null and numerator is null and value_mark is null and value_word is null and not is_faulty
group by sheet
union all
select sheet, row_number, 'value', 'percent_for_number', 'stop', (value * 100)::varchar, unit, null
from suspects
where value_is_percent and scale = 1 and measure = 'number' and not is_share(unit, measure)
union all
select sheet, row_number, 'value', 'parts_differ', 'warn', total::varchar, parts::varchar, null
from totals
where largest <= total
  -- 2.11 is 2.105 to two decimals; whole figures that come of whole ones are the same or are not
  and abs(total - parts) > greatest(0.0000001 * greatest(abs(total), 1), case
      when parts = round(parts) and total = round(total) then 0
      when total = round(total) then 0.5000001 when total = round(total, 1) then 0.05000001
      when total = round(total, 2) then 0.005000001 when total = round(total, 3) then 0.0005000001 else 0 end)
union all
select largest_sheet, largest_row, 'value', 'part_above_total', 'stop', max(largest)::varchar, min(total)::varchar, min(row_number)
from totals where largest > total + 0.0000001 * greatest(abs(total), 1) group by largest_sheet, largest_row
union all
select sheet, row_number, 'numerator', 'above_whole', 'warn', numerator::varchar, denominator::varchar, null
from suspects where is_share(unit, measure) and numerator > denominator and denominator > 0
union all
select sheet, min(row_without_partner), 'partner', 'total_beside_parts', 'warn', min(period), 'partner', null
from units where some_partners group by sheet, indicator
union all
select sheet, min(row_without_place), 'place', 'total_beside_parts', 'warn', min(period), 'place', null
from units where some_places group by sheet, indicator
order by all;
