-- one row per unit of the scope and span: over_units
create or replace temp table scope_actuals as
select
    indicator, span,
    case when $by_partner then partner end as partner,
    case when $by_place then place end as place,
    "group",
    case
        when sum(reports_inside) = 0 or bool_or(is_mixed) then null
        when any_value(over_units) = 'ratio' and count(denominator) > 0 and count(denominator) = count(actual_period)
            then sum(numerator) / nullif(sum(denominator), 0) * any_value(scale)
        when any_value(over_units) = 'sum' then sum(value)
        when any_value(over_units) = 'mean' then avg(value)
        when any_value(over_units) = 'max' then max(value)
        when count(value) = 1 then max(value)
    end as actual,
    case when sum(reports_inside) > 0 then sum(numerator) end as numerator,
    case when sum(reports_inside) > 0 then sum(denominator) end as denominator,
    arg_max(actual_period, actual_end) as actual_period, max(actual_end) as actual_end,
    bool_or(is_mixed) or (count(value) > 1 and (any_value(over_units) = 'none'
        or (any_value(over_units) = 'ratio' and count(denominator) < count(actual_period)))) as is_mixed,
    count(*) filter (reports_inside > 0) as reports,
    bool_and(is_not_applicable) as is_not_applicable
from unit_figures
group by indicator, span, 3, 4, "group";
