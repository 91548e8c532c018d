-- one row per indicator that some uploads speak of: those with the most figures first
with told as (
    select indicator from results where list_contains($uploads, upload_id)
    union all
    select indicator from targets where list_contains($uploads, upload_id)
    union all
    select code from indicators where list_contains($uploads, upload_id)
)
select indicator
from told
group by indicator
order by count(*) desc, indicator
limit $most
