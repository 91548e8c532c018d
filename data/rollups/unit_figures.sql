-- one row per unit (partner, place and, with $by_group, group) and span: over_time inside the unit
create or replace temp table unit_figures as
with
definitions as (
    select code as indicator, measure, over_time, over_units, coalesce(cumulative, false) as cumulative, scale
    from current_indicators
    where code in (select unnest($indicators::varchar[]))
),
-- without groups: a row without group speaks for everyone; else the finest split is added up, never two splits
levels as (
    select indicator, period, partner, place, min(split_rank(dimensions)) as level
    from facts
    where not $by_group and indicator in (select indicator from facts where dimensions <> '')
    group by all
),
joined_groups as (
    select
        facts.indicator, facts.period, period_end, facts.partner, facts.place, null as "group",
        case
            when any_value(over_units) = 'ratio' and count(denominator) = count(*)
                then sum(numerator) / nullif(sum(denominator), 0) * any_value(scale)
            else over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(value))
        end as value,
        sum(numerator) as numerator, sum(denominator) as denominator,
        case when count(mark) = count(*) then any_value(mark) end as mark
    from facts
    join definitions on facts.indicator = definitions.indicator
    join levels
      on facts.indicator = levels.indicator and facts.period = levels.period
     and facts.partner is not distinct from levels.partner and facts.place is not distinct from levels.place
     and split_rank(facts.dimensions) = levels.level
    where dimensions <> ''
    group by all
),
counted as (
    select indicator, period, period_end, partner, place, "group", value, numerator, denominator, mark
    from facts
    where $by_group = (dimensions <> '')
    union all
    select * from joined_groups
),
units as (
    select row_number() over ()::integer as unit, *
    from (select distinct indicator, partner, place, "group" from counted)
),
report_periods as (
    select row_number() over ()::integer as report_period, *
    from (select distinct indicator, period, period_start, period_end from facts)
),
-- which reported periods speak for which span; running totals count from the start
membership as (
    select spans.span, report_periods.report_period, report_periods.indicator, report_periods.period,
        spans.period is null or report_periods.period_start >= spans.period_start as is_inside
    from spans
    join report_periods on spans.indicator = report_periods.indicator
    join definitions on spans.indicator = definitions.indicator
    where spans.period is null
       or (report_periods.period_end <= spans.period_end
           and (report_periods.period_start >= spans.period_start or (cumulative and is_target_period)))
),
slim as (
    select unit, report_period, counted.period_end, value, numerator, denominator, mark
    from counted
    join units
      on counted.indicator = units.indicator and counted.partner is not distinct from units.partner
     and counted.place is not distinct from units.place and counted."group" is not distinct from units."group"
    join report_periods on counted.indicator = report_periods.indicator and counted.period = report_periods.period
),
over_time as (
    select
        unit, span, count(value) as figures, count(numerator) as parts,
        sum(value) as value_sum, max(value) as value_max, arg_max(value, period_end) as value_last,
        sum(numerator) as numerator_sum, max(numerator) as numerator_max,
        arg_max(numerator, period_end) as numerator_last,
        sum(denominator) as denominator_sum, max(denominator) as denominator_max,
        arg_max(denominator, period_end) as denominator_last,
        arg_max(report_period, period_end) filter (value is not null or numerator is not null) as report_period,
        count(*) filter (is_inside and (value is not null or numerator is not null)) as reports_inside,
        count(*) filter (mark = 'not_applicable') = count(*) as is_not_applicable
    from slim
    join membership using (report_period)
    group by unit, span
),
-- the life of an indicator that nothing joins over time is its latest figure
ruled as (
    select over_time.* exclude (report_period),
        units.indicator, partner, place, "group", measure, over_units, scale,
        report_periods.period as actual_period, report_periods.period_end as actual_end,
        case when definitions.over_time = 'none' and spans.period is null then 'last' else definitions.over_time end as rule
    from over_time
    join units using (unit)
    join spans using (span)
    join definitions on units.indicator = definitions.indicator
    left join report_periods on over_time.report_period = report_periods.report_period
),
joined_over_time as (
    select * exclude (measure),
        case when measure = 'ratio' and parts > 0 then joined(
            rule, numerator_sum, numerator_sum / parts, numerator_max, numerator_last, parts) end as numerator,
        case when measure = 'ratio' and parts > 0 then joined(
            rule, denominator_sum, denominator_sum / parts, denominator_max, denominator_last, parts) end as denominator,
        joined(rule, value_sum, value_sum / figures, value_max, value_last, figures) as plain_value
    from ruled
)
select indicator, span, partner, place, "group", over_units, scale, numerator, denominator,
    case when denominator is not null then numerator / nullif(denominator, 0) * scale else plain_value end as value,
    rule = 'none' and figures > 1 as is_mixed, reports_inside, actual_period, actual_end, is_not_applicable
from joined_over_time;
