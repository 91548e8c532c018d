-- one row per indicator that only this upload defines while figures of other live uploads lean on it: how many of which
with
only_here as (
    select distinct code from indicators
    where upload_id = $upload and upload_id in (select upload_id from live_uploads)
      and code not in (
          select code from indicators where upload_id <> $upload and upload_id in (select upload_id from live_uploads))
),
leaning as (
    select indicator, upload_id from results
    union all
    select indicator, upload_id from targets
)
select indicator, count(*)::bigint as figures, string_agg(distinct upload_id::varchar, ', ' order by upload_id::varchar) as uploads
from leaning
join only_here on indicator = code
where upload_id <> $upload and upload_id in (select upload_id from live_uploads)
group by indicator
order by indicator;
