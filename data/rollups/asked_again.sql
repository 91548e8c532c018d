-- one row per result of the indicators that are counted again: all of the touched units, and in the spans that are made
-- anew, of all units; some more besides, since one plain condition a column is what makes passing over millions cheap
insert into asked_rows
with
again as (
    select upload_id, row_number, indicator, period, period_start, period_end, partner, place, "group",
        value, numerator, denominator, mark
    from results
    where indicator in (select indicator from recounted) and upload_id in (select upload_id from live_uploads)
)
select * from again
where coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
  and coalesce(place, '') in (select coalesce(place, '') from touched_units)
union all
select * from again
where period in (select period from spans)
  and not (coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
           and coalesce(place, '') in (select coalesce(place, '') from touched_units));
