-- one row per staged figure and figure of the ledger that tell of the same people: the place of one holds that of the other
with
fresh as (
    select 'targets' as what, sheet, row_number, indicator, period, partner, place, "group", value
    from staged_targets where value is not null and not period_is_total
    union all
    select 'results', sheet, row_number, indicator, period, partner, place, "group",
        coalesce(value, numerator / nullif(denominator, 0))
    from staged_results where (value is not null or numerator is not null) and not period_is_total
),
stored as (
    select 'targets' as what, upload_id, sheet as stored_sheet, row_number as stored_row, value_cell, indicator, period, period_kind, period_start, period_end,
        partner, place, "group", value
    from current_targets where indicator in (select indicator from fresh)
    union all
    select 'results', upload_id, sheet, row_number, value_cell, indicator, period, period_kind, period_start, period_end,
        partner, place, "group", coalesce(value, numerator / nullif(denominator, 0))
    from current_results
    where indicator in (select indicator from fresh) and (value is not null or numerator is not null)
),
-- what the file sends again takes the place of what is stored
kept as (
    select * from stored
    where not exists (
        select 1 from fresh
        where stored.what = fresh.what and stored.indicator = fresh.indicator and stored.period = fresh.period
          and stored.partner is not distinct from fresh.partner and stored.place is not distinct from fresh.place
          and stored."group" is not distinct from fresh."group")
),
-- a total of all partners holds the figures of each; figures of two partners are two figures
meeting as (
    select fresh.what, fresh.indicator, within.superior, fresh.place = within.superior as is_total_new,
        fresh.sheet, fresh.row_number, fresh.place as new_place, fresh.value as new_value, fresh."group" as new_group,
        kept.* exclude (what, indicator)
    from fresh
    join kept on fresh.what = kept.what and fresh.indicator = kept.indicator and fresh.period = kept.period
    join near_places as within
      on (fresh.place = within.superior and kept.place = within.place)
      or (kept.place = within.superior and fresh.place = within.place)
    where case when fresh.place = within.superior then fresh.partner is null or fresh.partner = kept.partner
               else kept.partner is null or kept.partner = fresh.partner end
)
select meeting.what, indicator, superior, is_total_new, sheet, row_number, new_place, new_value, new_group,
    meeting.upload_id, file_name, stored_sheet, stored_row,
    coalesce(value_cell, (
        select min(column_letters) from upload_columns
        where upload_columns.upload_id = meeting.upload_id and upload_columns.sheet = stored_sheet
          and sheet_key = what and field in ('value', 'numerator')) || stored_row::varchar) as stored_cell,
    period, period_kind, period_start, period_end, partner, place, "group", value
from meeting
join uploads on meeting.upload_id = uploads.upload_id
join staged_definitions on indicator = code
where units_rule(measure, over_units) is distinct from 'none'
order by all;
