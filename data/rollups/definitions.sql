-- one row per indicator asked for: the rules by which its figures are joined
create or replace temp table rolled as
select code as indicator, measure, time_rule(measure, over_time) as over_time, units_rule(measure, over_units) as over_units,
    coalesce(cumulative, false) as cumulative, scale, target_date
from current_indicators
where code in (select unnest($indicators::varchar[]));
