-- one row per target of the upload, as the ledger keeps it
create or replace temp view new_targets as
select staged.sheet, staged.source_row as row_number, value_cell, staged.indicator,
    coalesce(running_totals.period, staged.period) as period, coalesce(running_totals.period_kind, staged.period_kind) as period_kind,
    coalesce(running_totals.period_start, staged.period_start) as period_start,
    coalesce(running_totals.period_end, staged.period_end) as period_end, partner, place, "group",
    case when value_is_percent then round(coalesce(running_totals.value, staged.value, value_word) * scale, 10)
        else coalesce(running_totals.value, staged.value, value_word) end as value,
    case when value_mark = 'in_parts' then value_mark end as mark  -- written by data/counted_twice.py alone
from staged_targets as staged
left join staged_definitions on staged.indicator = staged_definitions.code
left join running_totals
  on what = 'targets' and staged.sheet = running_totals.sheet and staged.row_number = running_totals.row_number
 and staged.period_is_total
where (state is null or state not in ('repeats', 'beyond', 'left_out', 'before', 'not_taken'))
  and not (staged.period_is_total and (staged.sheet, staged.row_number) in (
      select (sheet, row_number) from left_to_others where what = 'targets'));
