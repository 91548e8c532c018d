-- one row per target or result that is a part of a person or of another whole thing: $units are folded names of such units
select what, sheet, row_number, 'value' as field, value, unit
from (
    select 'targets' as what, sheet, row_number, indicator, value, value_is_percent from staged_targets
    union all
    select 'results', sheet, row_number, indicator, value, value_is_percent from staged_results
)
join staged_definitions on indicator = code
where value <> round(value) and not value_is_percent and measure = 'number' and over_units = 'sum'
  and lower(trim(unit)) in (select unnest($units::varchar[]))
order by all;
