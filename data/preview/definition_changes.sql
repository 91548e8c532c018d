-- one row per indicator of the upload and field of its definition that differs from what the ledger says now
create or replace temp view definition_changes as
with
compared as (
    select staged.sheet, staged.row_number, staged.code as indicator,
        unnest([
            {'field': 'name', 'old_text': ledger.name, 'new_text': staged.name},
            {'field': 'name_en', 'old_text': ledger.name_en, 'new_text': staged.name_en},
            {'field': 'programme', 'old_text': ledger.programme, 'new_text': staged.programme},
            {'field': 'level', 'old_text': ledger.level, 'new_text': staged.level},
            {'field': 'unit', 'old_text': ledger.unit, 'new_text': staged.unit},
            {'field': 'measure', 'old_text': ledger.measure, 'new_text': staged.measure},
            {'field': 'direction', 'old_text': ledger.direction, 'new_text': staged.direction},
            {'field': 'over_time', 'old_text': ledger.over_time, 'new_text': staged.over_time},
            {'field': 'over_units', 'old_text': ledger.over_units, 'new_text': staged.over_units},
            {'field': 'cumulative', 'old_text': ledger.cumulative::varchar, 'new_text': staged.cumulative::varchar},
            {'field': 'baseline', 'old_text': ledger.baseline::varchar, 'new_text': staged.baseline::varchar},
            {'field': 'baseline_date', 'old_text': ledger.baseline_date::varchar, 'new_text': staged.baseline_date::varchar},
            {'field': 'target', 'old_text': ledger.target::varchar, 'new_text': staged.target::varchar},
            {'field': 'target_low', 'old_text': ledger.target_low::varchar, 'new_text': staged.target_low::varchar},
            {'field': 'target_high', 'old_text': ledger.target_high::varchar, 'new_text': staged.target_high::varchar},
            {'field': 'target_date', 'old_text': ledger.target_date::varchar, 'new_text': staged.target_date::varchar},
            {'field': 'zero_start', 'old_text': ledger.zero_start::varchar, 'new_text': staged.zero_start::varchar},
            {'field': 'key', 'old_text': ledger."key"::varchar, 'new_text': staged."key"::varchar},
            {'field': 'sdg', 'old_text': ledger.sdg, 'new_text': staged.sdg},
            {'field': 'definition', 'old_text': ledger.definition, 'new_text': staged.definition},
            {'field': 'source', 'old_text': ledger.source, 'new_text': staged.source},
            {'field': 'owner', 'old_text': ledger.owner, 'new_text': staged.owner}
        ], recursive := true)
    from new_indicators as staged
    join current_indicators as ledger using (code)
)
select *,
    case when field in ('baseline', 'target', 'target_low', 'target_high') then try_cast(old_text as double) end as old_value,
    case when field in ('baseline', 'target', 'target_low', 'target_high') then try_cast(new_text as double) end as new_value
from compared
where old_text is distinct from new_text;
