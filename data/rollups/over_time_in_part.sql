-- one row per unit and span, as over_time.sql: of the touched units where they are counted again, else of the units that
-- the upload tells of, its figures beside what is kept of those before
create or replace temp view over_time as
with
touched as (select unit from unit_members where is_touched),
reported as (
    select unit, span, report_period, value, numerator, denominator, value as value_total,
        numerator as numerator_total, denominator as denominator_total,
        (value is not null)::integer as figures, (numerator is not null)::integer as parts,
        case when value is not null or numerator is not null then report_period end as figure_period,
        (is_inside and figure_period is not null)::integer as reports_inside,
        coalesce(mark = 'not_applicable', false) as is_not_applicable
    from counted
    join membership using (report_period)
    semi join touched using (unit)
    where not is_itself and (whole_end is null or whole_end > span_end or (whole_start < span_start and not is_running))
),
-- what is kept stands for all the figures that were joined into it
kept as (
    select unit, span, report_period, value, numerator, denominator,
        value * case when over_time = 'mean' then figures else 1 end as value_total,
        numerator * case when over_time = 'mean' then parts else 1 end as numerator_total,
        denominator * case when over_time = 'mean' then parts else 1 end as denominator_total,
        figures, parts, report_period as figure_period, reports_inside, is_not_applicable
    from kept_figures
    join spans using (span)
    join rolled using (indicator)
    semi join reported using (unit, span)
    where indicator not in (select indicator from recounted)
),
told_and_kept as (
    select * from reported
    union all
    select * from kept
)
select
    unit, span, sum(figures) as figures, sum(parts) as parts,
    sum(value_total) as value_sum, max(value) as value_max, arg_max(value, report_period) as value_last,
    sum(numerator_total) as numerator_sum, arg_max(numerator, value) as numerator_max,
    arg_max(numerator, report_period) as numerator_last,
    sum(denominator_total) as denominator_sum, arg_max(denominator, value) as denominator_max,
    arg_max(denominator, report_period) as denominator_last,
    arg_max(numerator is not null, report_period) filter (value is not null or numerator is not null) as is_last_in_parts,
    arg_max(numerator is not null, value) as is_max_in_parts,
    max(figure_period) as report_period,
    sum(reports_inside) as reports_inside, bool_and(is_not_applicable) as is_not_applicable
from told_and_kept
group by unit, span;
