-- one row per target, baseline or their date that the upload changes in what the ledger says now; a first value is no change
select indicator, field, null::varchar as period, null::varchar as partner, null::varchar as place, null::varchar as "group",
    old_text as old_value, new_text as new_value
from definition_changes
where old_text is not null and field in (select unnest($fields::varchar[]))
union all
select staged.indicator, 'target', staged.period, staged.partner, staged.place, staged."group",
    ledger.value::varchar, staged.value::varchar
from new_targets as staged
join current_targets as ledger
  on staged.indicator = ledger.indicator and staged.period = ledger.period
 and staged.partner is not distinct from ledger.partner and staged.place is not distinct from ledger.place
 and staged."group" is not distinct from ledger."group"
where staged.value is not null and staged.value <> ledger.value
order by indicator, period nulls first, field, partner, place, "group";
