-- one row per scope, unit of the scope and span: over_units
create or replace temp table scope_actuals as
select
    by_partner, by_place, scope_sums.span, partner, place, "group",
    case
        when reports_inside = 0 or is_mixed then null
        when over_units = 'ratio' and parts > 0 and parts = units_given
            then numerator_sum / nullif(denominator_sum, 0) * scale
        when over_units = 'sum' then value_sum
        when over_units = 'mean' then value_sum / figures
        when over_units = 'max' then value_max
        when figures = 1 then value_max
    end as actual,
    case when reports_inside > 0 then numerator_sum end as numerator,
    case when reports_inside > 0 then denominator_sum end as denominator,
    report_periods.period as actual_period, report_periods.period_end as actual_end,
    is_mixed or (figures > 1 and (over_units = 'none' or (over_units = 'ratio' and parts < units_given)))
        as is_mixed,
    reports::integer as reports, is_not_applicable, figures::integer as figures, parts::integer as parts
from scope_sums
join spans using (span)
join rolled on spans.indicator = rolled.indicator
left join report_periods on scope_sums.report_period = report_periods.report_period;
