-- one row per unit and span: over_time inside the unit; in part, of the touched units, and the periods that stand for
-- themselves of all units that reported in them
create or replace temp table unit_figures as
with
-- which reported periods speak for which span; running totals count from the start
membership as (
    select spans.span, report_periods.report_period, spans.period_start as span_start, spans.period_end as span_end,
        spans.period is null or report_periods.period_start >= spans.period_start as is_inside,
        -- a reported period answers for itself with the one figure it has; only wider spans need joining
        spans.period is not null and spans.period = report_periods.period and not (cumulative and is_target_period)
            as is_itself,
        cumulative and is_target_period as is_running
    from spans
    join report_periods on spans.indicator = report_periods.indicator
    join rolled on spans.indicator = rolled.indicator
    where spans.period is null
       or (report_periods.period_end <= spans.period_end
           and (report_periods.period_start >= spans.period_start or (cumulative and is_target_period)))
),
over_time as (
    select
        unit, span, count(value) as figures, count(numerator) as parts,
        sum(value) as value_sum, max(value) as value_max, arg_max(value, report_period) as value_last,
        sum(numerator) as numerator_sum, arg_max(numerator, value) as numerator_max,
        arg_max(numerator, report_period) as numerator_last,
        sum(denominator) as denominator_sum, arg_max(denominator, value) as denominator_max,
        arg_max(denominator, report_period) as denominator_last,
        arg_max(numerator is not null, report_period) filter (value is not null or numerator is not null) as is_last_in_parts,
        arg_max(numerator is not null, value) as is_max_in_parts,
        max(report_period) filter (value is not null or numerator is not null) as report_period,
        count(*) filter (is_inside and (value is not null or numerator is not null)) as reports_inside,
        count(*) filter (mark = 'not_applicable') = count(*) as is_not_applicable, false as is_itself
    from counted
    join membership using (report_period)
    where not is_itself
      and (not $in_part or unit in (select unit from unit_members where is_touched))
      and (whole_end is null or whole_end > span_end or (whole_start < span_start and not is_running))
    group by unit, span
    union all
    select
        unit, span, (value is not null)::integer, (numerator is not null)::integer, value, value, value,
        numerator, numerator, numerator, denominator, denominator, denominator,
        numerator is not null, numerator is not null,
        case when value is not null or numerator is not null then report_period end,
        (value is not null or numerator is not null)::integer, coalesce(mark = 'not_applicable', false), true
    from counted
    join membership using (report_period)
    where is_itself
),
-- the life of an indicator that nothing joins over time is its latest figure
ruled as (
    select over_time.*, measure, scale,
        case when rolled.over_time = 'none' and spans.period is null then 'last' else rolled.over_time end as rule
    from over_time
    join spans using (span)
    join rolled on spans.indicator = rolled.indicator
),
-- a ratio answers with its parts where the report that answers has them; shares without parts are never added, nor are
-- they taken together with those that have parts
told as (
    select *,
        measure = 'ratio' and parts > 0 and case rule when 'last' then is_last_in_parts when 'max' then is_max_in_parts
            else parts >= figures end as is_in_parts,
        figures > 1 and (rule in ('none', 'nothing') or (measure = 'ratio' and parts < figures
            and (rule = 'sum' or (rule = 'mean' and parts > 0)))) as is_mixed
    from ruled
),
joined_over_time as (
    select unit, span, report_period, reports_inside, is_not_applicable, is_itself, figures, rule, scale,
        is_mixed, case when is_in_parts then joined(
            rule, numerator_sum, numerator_sum / parts, numerator_max, numerator_last, parts) end as numerator,
        case when is_in_parts then joined(
            rule, denominator_sum, denominator_sum / parts, denominator_max, denominator_last, parts) end as denominator,
        joined(rule, value_sum, value_sum / figures, value_max, value_last, figures) as plain_value
    from told
)
select unit, span, report_period, numerator, denominator,
    case when denominator is not null then numerator / nullif(denominator, 0) * scale else plain_value end as value,
    is_mixed, reports_inside, is_not_applicable, is_itself
from joined_over_time;
