-- one row per span and reported period that speaks for it; running totals count from the start
create or replace temp table membership as
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
       and (report_periods.period_start >= spans.period_start or (cumulative and is_target_period)));
