-- one row per indicator (of $indicator alone, if given): how it is defined, and who answers for it
select code, definition, source, owner, sdg, level, unit, measure, direction, over_time, over_units, cumulative
from current_indicators
where $indicator::varchar is null or code = $indicator;
