-- one row per rating from 1 (poor) to 5 (good)
select ratings.rating::integer as rating, count(heard.entry)::integer as entries
from range(1, 6) as ratings(rating)
left join heard
  on round(heard.rating) = ratings.rating
group by ratings.rating
order by ratings.rating;
