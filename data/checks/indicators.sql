-- one row per thing to say about the indicators of the upload
select arg_max(sheet, row_number) as sheet, max(row_number) as row_number, 'code' as field, 'same_code_twice' as code, 'stop' as severity,
    code as found, null as expected, min(row_number) as first
from staged_indicators where code is not null group by staged_indicators.code having count(*) > 1
union all
select sheet, row_number, 'target_low', 'low_above_high', 'stop', target_low::varchar, target_high::varchar, null
from staged_indicators where target_low > target_high
union all
select sheet, row_number, 'target', 'direction_conflict', 'warn', target::varchar, baseline::varchar, null
from staged_indicators
where (direction = 'up' and target < baseline) or (direction = 'down' and target > baseline)
union all
select sheet, row_number, 'baseline', 'no_baseline', 'warn', null, 'zero_start', null
from staged_indicators
where baseline is null and baseline_word is null and coalesce(target, target_low, target_high) is not null
  and not coalesce(zero_start, false) and direction <> 'keep' and measure <> 'yes_no'
union all
select sheet, row_number, 'target', 'word_for_number', 'stop', case target_word when 1 then 'ya' else 'tidak' end, null, null
from staged_indicators where target_word is not null and measure is distinct from 'yes_no'
union all
select sheet, row_number, 'over_units', 'shares_added', 'warn', null, case measure when 'ratio' then 'ratio' else 'none' end, null
from staged_indicators where measure in ('ratio', 'percent') and over_units in ('sum', 'mean')
union all
select sheet, row_number, 'over_time', 'shares_summed', 'stop', over_time, 'last', null
from staged_indicators where measure = 'percent' and over_time = 'sum'
union all
-- figures of the unit % that are all below 1.5 can be fractions or very small percentages
select staged.sheet, staged.row_number, 'unit', 'read_as_fractions', 'warn', staged.code, null, null
from staged_indicators as staged
join staged_definitions on staged.code = staged_definitions.code
where is_share(staged.unit, staged.measure) and scale = 1
order by all;
