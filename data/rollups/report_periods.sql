-- one row per indicator and period that was reported
create or replace temp table report_periods as
select row_number() over ()::integer as report_period, *
from (select indicator, period, period_kind, period_start, period_end, count(*) as results from facts group by all);
