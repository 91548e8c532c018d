-- one row per rating from 1 (poor) to 5 (good)
select ratings.rating::integer as rating, count(entries."text")::integer as entries
from range(1, 6) as ratings(rating)
left join (
    select * from current_feedback
    where "date" <= $as_of::date
      and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
      and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
      and ($theme::varchar is null or theme = $theme)
) as entries on round(entries.rating) = ratings.rating
group by ratings.rating
order by ratings.rating;
