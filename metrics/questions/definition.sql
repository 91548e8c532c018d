-- one row: how the indicator $indicator is defined, and who answers for it
select code, definition, source, owner, sdg, level, unit, measure, direction, over_time, over_units, cumulative
from current_indicators
where code = $indicator;
