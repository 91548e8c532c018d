-- one row per indicator and period to be answered for, as spans.sql made it before
create or replace temp table spans as
select row_number() over ()::integer as span, indicator, period, period_kind, period_start, period_end, is_target_period,
    is_report_period
from rollup_spans
where indicator in (select indicator from rolled);
