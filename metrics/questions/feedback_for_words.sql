-- one row per feedback entry with words, without the sensitive: the words, when and where they were said
select
    "text", "date" > $as_of::date - interval 3 month as is_new,
    period_key('quarter', date_trunc('quarter', "date")) as period, date_trunc('quarter', "date")::date as period_start,
    heard.place, coalesce(current_places.name, heard.place) as place_name
from heard
left join current_places on heard.place = current_places.place
where "text" is not null and not is_sensitive;
