-- one row per feedback entry that may be quoted, the newest first: with consent, approved by a person, not sensitive
select
    "date", heard.place, coalesce(current_places.name, heard.place) as place_name,
    sex, age, rating, "text", theme, channel, programme, indicator, status, is_answered, told_back
from heard
left join current_places on heard.place = current_places.place
where consent and not is_sensitive and entry in (select entry from approved_quotes)
order by "date" desc, "text"
limit $most;
