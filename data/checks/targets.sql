-- one row per thing to say about the targets of the upload
select arg_max(sheet, (row_number, sheet)) as sheet, max(row_number) as row_number, 'indicator' as field, 'same_row_twice' as code, 'stop' as severity,
    string_agg(coalesce(value::varchar, '—'), ' / ' order by row_number) as found, arg_min(sheet, (row_number, sheet)) as expected, min(row_number) as first
from staged_targets
where indicator is not null and period is not null and value is not null and not period_is_total
group by indicator, period, partner, place, "group"
having count(*) > 1
union all
-- a level that is to rise, and a target below where it began
select sheet, min(row_number), 'value', 'direction_conflict', 'warn', arg_min(target, row_number)::varchar,
    any_value(baseline)::varchar, null
from (
    select sheet, row_number, indicator, direction, baseline, value * case when value_is_percent then scale else 1 end as target
    from staged_targets
    join staged_definitions on indicator = code
    join (
        select code, arg_max(baseline, newness) as baseline
        from (
            select code, baseline, 1 as newness from current_indicators
            union all
            select staged.code, baseline * case when baseline_is_percent then scale else 1 end, 2
            from staged_indicators as staged join staged_definitions on staged.code = staged_definitions.code
        )
        where baseline is not null group by code
    ) as beginnings using (code)
    where partner is null and place is null and "group" is null and over_time is distinct from 'sum'
)
where (direction = 'up' and target < baseline) or (direction = 'down' and target > baseline)
group by sheet, indicator
union all
select sheet, min(row_number), 'value', 'blank_targets', 'warn', count(*)::varchar, null, null
from staged_targets
where value is null and value_mark is null and value_word is null and not is_faulty
group by sheet
union all
select sheet, row_number, 'value', 'percent_for_number', 'stop', (value * 100)::varchar, unit, null
from staged_targets join staged_definitions on indicator = code
where value_is_percent and scale = 1 and measure = 'number' and not is_share(unit, measure)
union all
select sheet, row_number, 'value', 'word_for_number', 'stop', case value_word when 1 then 'ya' else 'tidak' end, null, null
from staged_targets
left join staged_definitions on indicator = code
where value_word is not null and measure is distinct from 'yes_no'
order by all;
