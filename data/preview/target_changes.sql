-- one row per target, baseline or their date that the upload changes in what the ledger says now; a first value is no change
with
definitions as (
    select staged.code as indicator, unnest([
            {'field': 'target', 'old_value': ledger.target::varchar, 'new_value': staged.target::varchar},
            {'field': 'target_low', 'old_value': ledger.target_low::varchar, 'new_value': staged.target_low::varchar},
            {'field': 'target_high', 'old_value': ledger.target_high::varchar, 'new_value': staged.target_high::varchar},
            {'field': 'target_date', 'old_value': ledger.target_date::varchar, 'new_value': staged.target_date::varchar},
            {'field': 'baseline', 'old_value': ledger.baseline::varchar, 'new_value': staged.baseline::varchar},
            {'field': 'baseline_date', 'old_value': ledger.baseline_date::varchar, 'new_value': staged.baseline_date::varchar},
            {'field': 'zero_start', 'old_value': ledger.zero_start::varchar, 'new_value': staged.zero_start::varchar}
        ], recursive := true)
    from new_indicators as staged
    join current_indicators as ledger using (code)
)
select indicator, field, null::varchar as period, null::varchar as partner, null::varchar as place, null::varchar as "group",
    old_value, new_value
from definitions
where old_value is not null and old_value is distinct from new_value and field in (select unnest($fields::varchar[]))
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
