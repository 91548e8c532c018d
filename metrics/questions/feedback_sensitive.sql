-- one row per sensitive entry, the newest first: where it stands and what made it one, never what was said
select
    heard.upload_id, heard.sheet, heard.row_number, "date", coalesce(current_places.name, heard.place) as place_name,
    programme, partner, channel, is_answered,
    case
        when list_contains(($codebook).sensitive, written_theme) then 'sender'
        when is_coded then 'coder'
        else 'words'
    end as found_by
from heard
left join current_places on heard.place = current_places.place
where is_sensitive
order by "date" desc, heard.upload_id, heard.row_number;
