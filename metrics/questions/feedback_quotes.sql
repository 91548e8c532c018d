-- one row per feedback entry that may be quoted, the newest first: with consent, and approved by a person
select
    "date", current_feedback.place, coalesce(current_places.name, current_feedback.place) as place_name,
    sex, age, rating, "text", theme, channel, programme, indicator, status, answered_on, told_back
from current_feedback
left join current_places on current_feedback.place = current_places.place
where consent and "date" <= $as_of::date
  and feedback_entry("date", current_feedback.place, partner, channel, "text") in (select entry from approved_quotes)
  and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or current_feedback.place = $place)
  and ($theme::varchar is null or theme = $theme)
order by "date" desc, "text"
limit $most;
