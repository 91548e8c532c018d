-- one row per indicator: what its figures count, and by which rules they are joined
select code as indicator, measure, unit, coalesce(time_rule(measure, over_time), 'none') as over_time,
    units_rule(measure, over_units) as over_units
from current_indicators
where ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or code = $indicator)
order by code;
