-- one row per indicator, period, partner and place whose parts of one split do not add up to the total written beside them
with
written as (
    select results.*, dimensions_of("group") as dimensions, indicators.scale
    from current_results as results
    join current_indicators as indicators on results.indicator = indicators.code
    where results.value is not null and results.period_start <= $as_of::date
      and indicators.measure = 'number' and units_rule(indicators.measure, indicators.over_units) = 'sum'
),
parts as (
    select indicator, period, period_start, partner, place, dimensions, sum(value) as sum_of_parts, count(*)::integer as parts
    from written
    where dimensions <> ''
    group by all
    having count(*) > 1 or dimensions <> 'disability'
)
select parts.indicator, parts.period, parts.period_start, parts.partner, parts.place, parts.dimensions,
    total.value as figure, parts.sum_of_parts as compared, parts.parts,
    total.upload_id, total.sheet, total.row_number, total.value_cell, 'results' as sheet_key, 'value' as field
from parts
join written as total
  on total.dimensions = '' and parts.indicator = total.indicator and parts.period = total.period
 and parts.partner is not distinct from total.partner and parts.place is not distinct from total.place
where parts_differ(parts.sum_of_parts, total.value)
order by abs(parts.sum_of_parts - total.value) / greatest(abs(total.value), 1) desc, parts.indicator, parts.period_start;
