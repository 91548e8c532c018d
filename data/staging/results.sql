-- one row per result of the upload, as the ledger keeps it
create or replace temp view new_results as
select staged.sheet, staged.row_number, indicator, period, period_kind, period_start, period_end, partner, place, "group",
    coalesce(value, value_word) * case when value_is_percent then scale else 1 end as value,
    numerator, denominator, coalesce(value_mark, numerator_mark) as mark, note, evidence
from staged_results as staged
left join staged_definitions on staged.indicator = staged_definitions.code;
