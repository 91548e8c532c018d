-- as report_periods.sql, without passing over the results: as stored, with those that the upload adds, or without those
-- that went with it
create or replace temp table report_periods as
with
every_period as (
    select indicator, period, period_kind, period_start, period_end, results
    from rollup_spans
    where results > 0
    union all
    select indicator, period, period_kind, period_start, period_end, case when $is_live then results else -results end
    from told
    where results > 0
),
counted_anew as (
    select indicator, period, period_kind, period_start, period_end, sum(results)::bigint as results
    from every_period
    where indicator in (select indicator from rolled)
    group by indicator, period, period_kind, period_start, period_end
)
select row_number() over (order by period_end, period_start, indicator)::integer as report_period, *
from counted_anew
where results > 0;
