-- one row per feedback entry with words: the words, and whether it came in the last quarter before that day
select "text", "date" > $as_of::date - interval 3 month as is_new
from current_feedback
where "date" <= $as_of::date and "text" is not null
  and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
  and ($theme::varchar is null or theme = $theme);
