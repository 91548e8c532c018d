-- one row per indicator to be made whole: its calendar is another than before (a period fell away, the rhythm changed), or
-- a new period joins others that were reported before, of units that the upload does not tell of
with
new_spans as (
    select indicator, period, period_start, period_end
    from spans
    where period is not null
      and (indicator, period) not in (select indicator, period from rollup_spans where period is not null)
)
select before.indicator
from rollup_spans as before
join rolled on before.indicator = rolled.indicator
left join spans
  on before.indicator = spans.indicator and before.period is not distinct from spans.period
where spans.indicator is null
   or spans.is_target_period <> before.is_target_period or spans.is_report_period <> before.is_report_period
union
select new_spans.indicator
from new_spans
join rollup_spans as before
  on new_spans.indicator = before.indicator and new_spans.period <> before.period
 and before.period_start >= new_spans.period_start and before.period_end <= new_spans.period_end
where before.results > 0;
