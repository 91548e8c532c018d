-- one row per feedback entry, without the sensitive, the newest first: what a quote of it could tell, and whether it may be quoted
select
    heard.entry, "text", "date", heard.place, coalesce(current_places.name, heard.place) as place_name,
    programme, partner, indicator, themes, theme, sex, age, rating, channel, status, is_answered, told_back,
    consent and approved_quotes.entry is not null as is_quote
from heard
left join current_places on heard.place = current_places.place
left join approved_quotes on approved_quotes.entry = heard.entry
where not is_sensitive
order by "date" desc, "text";
