-- one row per indicator of the upload against what the ledger says now
select
    staged.sheet, staged.row_number, staged.code as indicator, null as period, null as partner, null as place, null as "group",
    case
        when ledger.code is null then 'new'
        when (staged.name, staged.unit, staged.measure, staged.direction, staged.over_time, staged.over_units,
              staged.cumulative, staged.baseline, staged.target, staged.target_low, staged.target_high, staged.target_date)
             is not distinct from
             (ledger.name, ledger.unit, ledger.measure, ledger.direction, ledger.over_time, ledger.over_units,
              ledger.cumulative, ledger.baseline, ledger.target, ledger.target_low, ledger.target_high, ledger.target_date)
            then 'unchanged'
        else 'changed'
    end as consequence,
    ledger.target as old_value, staged.target as new_value
from new_indicators as staged
left join current_indicators as ledger using (code);
