-- one row per indicator of the upload, as the ledger keeps it
create or replace temp view new_indicators as
select
    staged.sheet, staged.source_row as row_number, staged.code, staged.name, name_en, programme, level, staged.unit, staged.measure,
    staged.direction, staged.over_time, staged.over_units, cumulative,
    coalesce(baseline, baseline_word) * case when baseline_is_percent then scale else 1 end as baseline, baseline_date,
    coalesce(target, target_word) * case when target_is_percent then scale else 1 end as target,
    target_low * case when target_low_is_percent then scale else 1 end as target_low,
    target_high * case when target_high_is_percent then scale else 1 end as target_high,
    target_date, zero_start, "key", sdg, definition, source, owner, coalesce(scale, 1) as scale
from staged_indicators as staged
left join staged_definitions on staged.code = staged_definitions.code;
