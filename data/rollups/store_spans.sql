-- keep the calendar, and how much was reported in each period
insert into rollup_spans
select spans.indicator, spans.period, spans.period_kind, spans.period_start, spans.period_end,
    is_target_period, is_report_period, coalesce(results, 0)
from spans
left join report_periods on spans.indicator = report_periods.indicator and spans.period = report_periods.period;
