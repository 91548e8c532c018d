-- one row per entry that waits longer than the standard, the longest first: where it stands, never what was said; the
-- sensitive ones have a list of their own
select
    heard.upload_id, heard.sheet, heard.row_number, "date", heard.place,
    coalesce(current_places.name, heard.place) as place_name,
    programme, partner, channel, theme, status, waited::integer as days
from heard
left join current_places on heard.place = current_places.place
where not is_answered and waited > $answer_within_days and not is_sensitive
order by days desc, "date", heard.upload_id, heard.row_number;
