-- one row per indicator, with the fields of the workbook's sheet
select
    code, name, name_en, programme, level, unit, measure, direction, over_time, over_units, cumulative,
    baseline, baseline_date, target, target_low, target_high, target_date, zero_start, "key", sdg,
    definition, source, owner
from current_indicators
order by programme, code;
