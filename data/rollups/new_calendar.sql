-- one row if the calendar may be another than the stored one: a period is reported for the first time, or by nobody any
-- more, or there are several rhythms, of which the upload may make another the usual one
select 1
where exists (
        select 1 from report_periods
        left join rollup_spans as before
          on report_periods.indicator = before.indicator and report_periods.period = before.period
        where coalesce(before.results, 0) = 0)
   or exists (
        select 1 from told
        where results > 0 and indicator in (select indicator from rolled)
          and (indicator, period) not in (select indicator, period from report_periods))
   or exists (select 1 from report_periods group by indicator having min(period_kind) < max(period_kind));
