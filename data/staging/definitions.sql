-- one row per indicator that the upload brings or speaks of: how its figures are to be read.
-- `scale`: 100 where the unit is % and the figures are written as 24.5; 1 where they are written as 0.245.
create or replace temp table staged_definitions as
with
known as (
    select code, name, measure, unit, direction, over_time, over_units, cumulative, scale as known_scale, 1 as newness from current_indicators
    union all
    select code, name, measure, unit, direction, over_time, over_units, cumulative, null, 2 from staged_indicators
    where code is not null
),
newest as (
    select code, arg_max(name, newness) as name, arg_max(measure, newness) as measure, arg_max(unit, newness) as unit,
        arg_max(direction, newness) as direction, arg_max(over_time, newness) as over_time, arg_max(over_units, newness) as over_units,
        arg_max(cumulative, newness) as is_cumulative,
        arg_max(unit, newness) is not distinct from arg_min(unit, newness) as same_unit, max(known_scale) as known_scale
    from known
    group by code
),
written as (
    select code, baseline as figure, baseline_is_percent as is_percent from staged_indicators
    union all select code, target, target_is_percent from staged_indicators
    union all select code, target_low, target_low_is_percent from staged_indicators
    union all select code, target_high, target_high_is_percent from staged_indicators
    union all select indicator, value, value_is_percent from staged_targets
    union all select indicator, value, value_is_percent from staged_results
),
evidence as (
    select code,
        bool_or(not is_percent and abs(figure) > 1.5) as has_points,
        bool_or(not is_percent and abs(figure) <= 1.5 and figure <> 0) as has_fractions
    from written
    where figure is not null
    group by code
)
select
    newest.code, name, measure, unit, direction, over_time, over_units, is_cumulative,
    case
        when known_scale is not null and same_unit then known_scale
        when is_share(unit, measure)
            then case when coalesce(has_fractions, false) and not coalesce(has_points, false) then 1.0 else 100.0 end
        when measure = 'ratio' and regexp_matches(lower(unit), '^\s*(per|/)\s*[0-9][0-9.]*')
            then try_cast(replace(regexp_extract(lower(unit), '^\s*(?:per|/)\s*([0-9][0-9.]*)', 1), '.', '') as double)
        else 1.0
    end as scale
from newest
left join evidence using (code);
