-- one row per feedback entry of the upload: new, or already told by an earlier upload
select
    staged.sheet, staged.row_number, staged.indicator, null as period, staged.partner, staged.place, null as "group",
    case when ledger."text" is null then 'new' else 'unchanged' end as consequence,
    null::double as old_value, null::double as new_value
from new_feedback as staged
left join current_feedback as ledger
  on staged."date" = ledger."date" and staged.place is not distinct from ledger.place
 and staged.partner is not distinct from ledger.partner and staged.channel is not distinct from ledger.channel
 and staged."text" = ledger."text";
