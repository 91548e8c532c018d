-- one row per thing to say about a figure that runs from the start to its period
select what, running_totals.sheet, running_totals.row_number, 'period' as field,
    case state when 'gap' then 'running_total_gap' when 'restarts' then 'running_total_start'
        when 'widened' then 'running_total_widened' when 'left_out' then 'running_total_left_out'
        when 'before' then 'running_total_before' when 'beyond' then 'running_total_beyond'
        when 'part_of_year' then 'which_part_of_year' when 'so_far' then 'year_so_far' when 'not_taken' then 'part_of_year_left_out' else 'running_total_period' end as code,
    indicator, period
from running_totals
where state in ('gap', 'restarts', 'ask', 'widened', 'left_out', 'before', 'beyond', 'part_of_year', 'so_far', 'not_taken')
order by all;
