-- one row per two figures that tell of the same people, of which one holds the other: by its place, by having no place or
-- no partner beside one that has, and in time, where a year stands beside a quarter. The first is of the upload, the other
-- of the ledger, or (upload_id null) of the upload too.
with
given as (
    select 'targets' as what, sheet, row_number, indicator, period, period_start, period_end, period_is_total,
        partner, place, "group", value
    from staged_targets where value is not null
    union all
    select 'results', sheet, row_number, indicator, period, period_start, period_end, period_is_total, partner, place, "group",
        coalesce(value, numerator / nullif(denominator, 0))
    from staged_results where value is not null or numerator is not null
),
-- a figure from the start (s.d. TW II) is of the period that it was turned into
fresh as materialized (
    select what, sheet, row_number, indicator, coalesce(split.period, given.period) as period,
        coalesce(split.period_start, given.period_start) as period_start, coalesce(split.period_end, given.period_end) as period_end,
        period_is_total as is_running, partner, place, "group", coalesce(split.value, given.value) as value
    from given
    left join running_totals as split using (what, sheet, row_number, indicator)
    where not period_is_total or state in ('step', 'as_is', 'widened', 'so_far')
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
-- what the file sends again takes the place of what is stored, and stood beside the others before
again as (
    select fresh.what, fresh.sheet, fresh.row_number, stored.upload_id, stored_sheet, stored_row
    from fresh
    join stored
      on stored.what = fresh.what and stored.indicator = fresh.indicator and stored.period = fresh.period
     and stored.partner is not distinct from fresh.partner and stored.place is not distinct from fresh.place
     and stored."group" is not distinct from fresh."group"
),
added as (select * from fresh anti join again using (what, sheet, row_number)),
kept as (select * from stored anti join again using (what, upload_id, stored_sheet, stored_row)),
sides as (
    select superior as new_place, place as other_place, superior, true as is_total_new from near_places
    union all
    select place, superior, superior, false from near_places
),
by_place as (
    select added.* exclude (place, period_start, period_end), added.place, added.period_start as new_start, added.period_end as new_end,
        case when superior is null then 'no_place' else 'place' end as holder, superior, is_total_new, kept as other
    from added
    join sides on added.place is not distinct from sides.new_place
    join kept on added.what = kept.what and added.indicator = kept.indicator and sides.other_place is not distinct from kept.place
    -- a total of all partners holds the figures of each; figures of two partners are two figures
    where case when is_total_new then added.partner is null or added.partner = kept.partner
               else kept.partner is null or kept.partner = added.partner end
),
by_partner as (
    select added.* exclude (place, period_start, period_end), added.place, added.period_start as new_start, added.period_end as new_end,
        'no_partner' as holder, null as superior, added.partner is null as is_total_new, kept as other
    from added
    join kept on added.what = kept.what and added.indicator = kept.indicator and added.place is not distinct from kept.place
    where (added.partner is null) <> (kept.partner is null)
),
across as (
    select * from by_place union all by name select * from by_partner
),
-- in one file, named totals of the same period were left out before (totals_of_units.sql); a year beside quarters was not
in_file as (
    select whole.what, whole.indicator,
        case when whole.place is not distinct from part.place then 'no_partner' when whole.place is null then 'no_place' else 'place' end as holder,
        case when whole.place is distinct from part.place then whole.place end as superior,
        whole.sheet, whole.row_number, whole.period, whole.partner, whole.place, whole."group", whole.value, whole.is_running, part
    from fresh as whole
    join fresh as part on whole.what = part.what and whole.indicator = part.indicator
    left join near_places as within on part.place is not distinct from within.place and whole.place is not distinct from within.superior
    where (
        (whole.what = 'results' and (whole.period <> part.period or (whole.is_running <> part.is_running and whole.place is not null)))
        -- of all partners or places, on a sheet of its own beside theirs (Rekap), without a word that it is a total
        or (whole.period = part.period and whole.sheet <> part.sheet and whole.is_running = part.is_running
            and ((whole.place is null and part.place is not null) or (whole.partner is null and part.partner is not null)))
      )
      and whole.period_start <= part.period_end and whole.period_end >= part.period_start
      and (whole.partner is null or whole.partner = part.partner)
      and ((within.place is not null and whole.place is distinct from part.place)
           or (whole.place is not distinct from part.place and whole.partner is null and part.partner is not null))
      and not coalesce(whole."group" <> part."group" and dimensions_of(whole."group") = dimensions_of(part."group"), false)
),
meeting as (
    select what, indicator, holder, superior, is_total_new, sheet, row_number, place as new_place, partner as new_partner,
        "group" as new_group, value as new_value, period as new_period, is_running, other.upload_id, other.stored_sheet,
        other.stored_row, other.value_cell, other.period, other.period_kind, other.period_start, other.period_end,
        other.partner, other.place, other."group", other.value, false as is_other_running
    from across
    -- targets answer for their own period alone; results of a quarter are part of the year's
    where (period = other.period or (what = 'results' and new_start <= other.period_end and new_end >= other.period_start))
      and not coalesce("group" <> other."group" and dimensions_of("group") = dimensions_of(other."group"), false)
    union all
    select what, indicator, holder, superior, true, sheet, row_number, place, partner, "group", value, period, is_running,
        null, part.sheet, part.row_number, null, part.period, null, part.period_start, part.period_end, part.partner, part.place,
        part."group", part.value, part.is_running
    from in_file
)
select what, indicator, holder, superior, is_total_new, sheet, row_number, new_place, new_partner, new_group, new_value,
    new_period, is_running, meeting.upload_id, file_name, stored_sheet, stored_row,
    coalesce(value_cell, (
        select min(column_letters) from upload_columns
        where upload_columns.upload_id = meeting.upload_id and upload_columns.sheet = stored_sheet
          and sheet_key = what and field in ('value', 'numerator')) || stored_row::varchar) as stored_cell,
    period, period_kind, period_start, period_end, partner, place, "group", value, is_other_running,
    time_rule(measure, over_time) = 'sum' as is_flow
from meeting
left join uploads on meeting.upload_id = uploads.upload_id
join staged_definitions on indicator = code
where units_rule(measure, over_units) is distinct from 'none'
order by all;
