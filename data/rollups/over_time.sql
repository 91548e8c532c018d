-- one row per unit and span: the figures inside the unit, summed up every way that a rule may need
create or replace temp view over_time as
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
    count(*) filter (mark = 'not_applicable') = count(*) as is_not_applicable
from counted
join membership using (report_period)
where not is_itself and (whole_end is null or whole_end > span_end or (whole_start < span_start and not is_running))
group by unit, span;
