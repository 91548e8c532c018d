-- one row per sheet and indicator whose figures from the start became figures of their own periods, with the last of them
with
written as (
    select 'targets' as what, sheet, row_number, period, value from staged_targets where period_is_total
    union all
    select 'results', sheet, row_number, period, value from staged_results where period_is_total
)
select what, sheet, max(row_number) as row_number, indicator, count(*) as figures,
    arg_max(written.period, row_number) as period, arg_max(written.value, row_number) as found,
    arg_max(running_totals.value, row_number) as expected
from running_totals
join written using (what, sheet, row_number)
where state = 'step' and running_totals.value <> written.value
group by what, sheet, indicator
order by all;
