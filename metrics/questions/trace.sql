-- one row per figure in the ledger that speaks of one of $indicators: which cell of which file it came from, whether it counts
with
wanted as (
    select
        indicator, 'result' as what, 'results' as sheet_key, value_cell, results.upload_id, sheet, row_number, period, period_start, period_end, partner, place, "group",
        value, numerator, denominator, mark, case when value is null and numerator is not null then 'numerator' else 'value' end as field,
        dimensions_of("group") as dimensions
    from results
    where list_contains($indicators::varchar[], indicator) and period_start <= $as_of::date
    union all
    select indicator, 'target', 'targets', value_cell, upload_id, sheet, row_number, period, period_start, period_end, partner, place, "group",
        value, null, null, mark, 'value', dimensions_of("group")
    from targets
    where list_contains($indicators::varchar[], indicator)
    union all
    select code, 'baseline', 'indicators', null, upload_id, sheet, row_number, null, baseline_date, baseline_date, null, null, null,
        baseline, null, null, null, 'baseline', ''
    from indicators where list_contains($indicators::varchar[], code) and baseline is not null
    union all
    -- a target may be a figure, or a range with one end or two
    select code, promised.what, 'indicators', null, upload_id, sheet, row_number, null, target_date, target_date, null, null, null,
        promised.value, null, null, null, promised.field, ''
    from indicators, lateral (values ('final_target', 'target', target), ('target_low', 'target_low', target_low),
        ('target_high', 'target_high', target_high)) as promised (what, field, value)
    where list_contains($indicators::varchar[], code) and promised.value is not null
),
marked as (
    select wanted.*,
        wanted.upload_id in (select upload_id from live_uploads) as is_live,
        row_number() over (
            partition by indicator, what, period, partner, place, "group",
                wanted.upload_id in (select upload_id from live_uploads)
                and (value is not null or numerator is not null or mark is not null)
            order by wanted.upload_id desc, row_number desc) = 1 as is_newest
    from wanted
),
split_up as (
    select *, case when is_live and is_newest and (value is not null or numerator is not null) then split_rank(dimensions) end as split
    from marked
),
judged as (
    select *,
        case
            when not is_live then 'undone'
            when value is null and numerator is null and mark is null then 'blank'
            when not is_newest then 'superseded'
            when what in ('result', 'target') and $group_is::varchar is null
                 and split > min(split) over (partition by indicator, what, period, partner, place) then 'part_of_total'
            when mark is not null then 'mark'
            else 'counts'
        end as role
    from split_up
)
select
    judged.indicator, what, period, partner, judged.place as place_code, coalesce(current_places.name, judged.place) as place, "group", judged.value, numerator, denominator, mark,
    role, role = 'counts' as counts,
    uploads.file_name, judged.upload_id, uploads.stored_at, judged.sheet,
    coalesce(value_cell, upload_columns.column_letters || judged.row_number::varchar) as cell, upload_columns.header, judged.row_number,
    upload_corrections.found as corrected_from, upload_corrections.corrected_by
from judged
join uploads on judged.upload_id = uploads.upload_id
left join current_places on judged.place = current_places.place
left join upload_columns
  on judged.upload_id = upload_columns.upload_id and judged.sheet = upload_columns.sheet
 and judged.sheet_key = upload_columns.sheet_key and judged.field = upload_columns.field
 and (value_cell is null or regexp_extract(value_cell, '^[A-Z]+') = upload_columns.column_letters)
-- what stood in the cell, where somebody corrected it on the page
left join upload_corrections
  on judged.upload_id = upload_corrections.upload_id and judged.sheet = upload_corrections.sheet
 and coalesce(value_cell, upload_columns.column_letters || judged.row_number::varchar) = upload_corrections.cell
where (not $counting_alone::boolean or role in ('counts', 'mark'))
  and (what in ('baseline', 'final_target', 'target_low', 'target_high')
   or (($period_start::date is null or judged.period_start >= $period_start::date)
       and ($period_end::date is null or judged.period_end <= $period_end::date)
       and ($partner::varchar is null or partner = $partner)
       and ($place::varchar is null or judged.place = $place)
       and ($group_is::varchar is null or "group" = $group_is)))
order by judged.indicator, list_position(['baseline', 'final_target', 'target_low', 'target_high', 'target', 'result'], what), judged.period_start, judged.period_end,
    partner, judged.place, "group", judged.upload_id, judged.row_number;
