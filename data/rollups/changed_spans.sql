-- one row per indicator whose calendar is another than before (a period fell away, the rhythm changed): to be made whole
select distinct before.indicator
from rollup_spans as before
join rolled on before.indicator = rolled.indicator
left join spans
  on before.indicator = spans.indicator and before.period is not distinct from spans.period
where spans.indicator is null
   or spans.is_target_period <> before.is_target_period or spans.is_report_period <> before.is_report_period;
