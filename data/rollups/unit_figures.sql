-- one row per unit and span: its figures joined by over_time, and periods that stand for themselves
create or replace temp table unit_figures as
with
summed as (
    select *, false as is_itself from over_time
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
    select summed.*, measure, scale,
        case when rolled.over_time = 'none' and spans.period is null then 'last' else rolled.over_time end as rule
    from summed
    join spans using (span)
    join rolled on spans.indicator = rolled.indicator
),
-- a ratio answers with its parts where the report that answers has them; shares without parts are never added, nor are
-- they taken together with those that have parts
judged as (
    select *,
        measure = 'ratio' and parts > 0 and case rule when 'last' then is_last_in_parts when 'max' then is_max_in_parts
            else parts >= figures end as is_in_parts,
        figures > 1 and (rule in ('none', 'nothing') or (measure = 'ratio' and parts < figures
            and (rule = 'sum' or (rule = 'mean' and parts > 0)))) as is_mixed
    from ruled
),
joined_over_time as (
    select unit, span, report_period, reports_inside, is_not_applicable, is_itself, figures, parts, rule, scale, is_mixed,
        case when is_in_parts then joined(
            rule, numerator_sum, numerator_sum / parts, numerator_max, numerator_last, parts) end as numerator,
        case when is_in_parts then joined(
            rule, denominator_sum, denominator_sum / parts, denominator_max, denominator_last, parts) end as denominator,
        case when not is_mixed then joined(
            rule, value_sum, value_sum / figures, value_max, value_last, figures) end as plain_value
    from judged
)
select unit, span, report_period, numerator, denominator,
    case when denominator is not null then numerator / nullif(denominator, 0) * scale else plain_value end as value,
    is_mixed, reports_inside::integer as reports_inside, is_not_applicable, is_itself, figures::integer as figures,
    parts::integer as parts
from joined_over_time;
