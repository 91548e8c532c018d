-- one row per table of figures and definitions of an upload: what counts now, and what of it an earlier live upload said too
with
own as (
    select 'results' as sheet_key, hash(indicator, period, partner, place, "group") as thing, count(*) as figures
    from current_results where upload_id = $upload group by all
    union all
    select 'targets', hash(indicator, period, partner, place, "group"), count(*)
    from current_targets where upload_id = $upload group by all
    union all
    select 'indicators', hash(code), count(*) from current_indicators where upload_id = $upload group by all
),
earlier as (
    select 'results' as sheet_key, hash(indicator, period, partner, place, "group") as thing from results
    where upload_id <> $upload and upload_id in (select upload_id from live_uploads)
      and (value is not null or numerator is not null or mark is not null)
    union
    select 'targets', hash(indicator, period, partner, place, "group") from targets
    where upload_id <> $upload and upload_id in (select upload_id from live_uploads) and value is not null
    union
    select 'indicators', hash(code) from indicators
    where upload_id <> $upload and upload_id in (select upload_id from live_uploads)
)
select sheet_key, sum(figures)::bigint as counted, count(earlier.thing)::bigint as backed
from own
left join earlier using (sheet_key, thing)
group by sheet_key
order by sheet_key;
