-- one row per result of the upload against what the ledger says now: new, changed, unchanged or blank
select
    staged.sheet, staged.row_number, staged.value_cell, staged.indicator, staged.period, staged.partner, staged.place, staged."group",
    case
        when staged.value is null and staged.numerator is null and coalesce(staged.mark, 'not_reported') = 'not_reported'
            then 'blank'
        when ledger.indicator is null then 'new'
        when ledger.value is not distinct from staged.value and ledger.numerator is not distinct from staged.numerator
         and ledger.denominator is not distinct from staged.denominator and ledger.mark is not distinct from staged.mark
            then 'unchanged'
        else 'changed'
    end as consequence,
    coalesce(ledger.value, ledger.numerator / nullif(ledger.denominator, 0)) as old_value,
    coalesce(staged.value, staged.numerator / nullif(staged.denominator, 0)) as new_value,
    null::varchar as old_text, null::varchar as new_text
from new_results as staged
left join (
    select * from current_results where indicator in (select indicator from new_results)
) as ledger
  on staged.indicator = ledger.indicator and staged.period = ledger.period
 and staged.partner is not distinct from ledger.partner and staged.place is not distinct from ledger.place
 and staged."group" is not distinct from ledger."group";
