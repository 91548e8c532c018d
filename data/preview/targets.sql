-- one row per target of the upload against what the ledger says now: new, changed, unchanged or blank
select
    staged.sheet, staged.row_number, staged.value_cell, staged.indicator, staged.period, staged.partner, staged.place, staged."group",
    case
        when staged.value is null then 'blank'
        when ledger.indicator is null then 'new'
        when ledger.value = staged.value then 'unchanged'
        else 'changed'
    end as consequence,
    ledger.value as old_value, staged.value as new_value,
    null::varchar as old_text, null::varchar as new_text
from new_targets as staged
left join current_targets as ledger
  on staged.indicator = ledger.indicator and staged.period = ledger.period
 and staged.partner is not distinct from ledger.partner and staged.place is not distinct from ledger.place
 and staged."group" is not distinct from ledger."group";
