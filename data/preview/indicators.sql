-- one row per indicator of the upload against what the ledger says now; any field counts, the baseline's date as well
select
    staged.sheet, staged.row_number, null::varchar as value_cell, staged.code as indicator,
    null::varchar as period, null::varchar as partner, null::varchar as place, null::varchar as "group",
    case
        when ledger.code is null then 'new'
        when (staged.name, staged.name_en, staged.programme, staged.level, staged.unit, staged.measure, staged.direction,
              staged.over_time, staged.over_units, staged.cumulative, staged.baseline, staged.baseline_date, staged.target,
              staged.target_low, staged.target_high, staged.target_date, staged.zero_start, staged."key", staged.sdg,
              staged.definition, staged.source, staged.owner)
             is not distinct from
             (ledger.name, ledger.name_en, ledger.programme, ledger.level, ledger.unit, ledger.measure, ledger.direction,
              ledger.over_time, ledger.over_units, ledger.cumulative, ledger.baseline, ledger.baseline_date, ledger.target,
              ledger.target_low, ledger.target_high, ledger.target_date, ledger.zero_start, ledger."key", ledger.sdg,
              ledger.definition, ledger.source, ledger.owner)
            then 'unchanged'
        else 'changed'
    end as consequence,
    null::double as old_value, null::double as new_value, null::varchar as old_text, null::varchar as new_text
from new_indicators as staged
left join current_indicators as ledger using (code);
