-- one row per scope, unit of the scope and span: over_units; without $every_unit, of the touched partners and places
create or replace temp table scope_actuals as
with
figures as (
    select by_partner, by_place, span, report_period,
        case when by_partner then partner end as partner,
        case when by_place then place end as place,
        "group", numerator, denominator, value, is_mixed, reports_inside, is_not_applicable
    from unit_figures
    join unit_members using (unit)
    cross join scopes
    where ($every_unit or not by_partner or of_touched_partner) and ($every_unit or not by_place or of_touched_place)
),
joined_units as (
    select by_partner, by_place, span, partner, place, "group",
        sum(reports_inside) as reports_inside, bool_or(is_mixed) as is_mixed,
        count(value) as values_given, count(denominator) as parts_given, count(report_period) as units_given,
        sum(value) as value_sum, avg(value) as value_mean, max(value) as value_max,
        sum(numerator) as numerator_sum, sum(denominator) as denominator_sum,
        max(report_period) as report_period,
        count(*) filter (reports_inside > 0) as reports, bool_and(is_not_applicable) as is_not_applicable
    from figures
    group by by_partner, by_place, span, partner, place, "group"
)
select
    by_partner, by_place, joined_units.span, partner, place, "group",
    case
        when reports_inside = 0 or is_mixed then null
        when over_units = 'ratio' and parts_given > 0 and parts_given = units_given
            then numerator_sum / nullif(denominator_sum, 0) * scale
        when over_units = 'sum' then value_sum
        when over_units = 'mean' then value_mean
        when over_units = 'max' then value_max
        when values_given = 1 then value_max
    end as actual,
    case when reports_inside > 0 then numerator_sum end as numerator,
    case when reports_inside > 0 then denominator_sum end as denominator,
    report_periods.period as actual_period, report_periods.period_end as actual_end,
    is_mixed or (values_given > 1 and (over_units = 'none' or (over_units = 'ratio' and parts_given < units_given)))
        as is_mixed,
    reports, is_not_applicable
from joined_units
join spans using (span)
join rolled on spans.indicator = rolled.indicator
left join report_periods on joined_units.report_period = report_periods.report_period;
