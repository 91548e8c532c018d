-- one row per place (NULL: none named): how many voices
select heard.place, any_value(coalesce(current_places.name, heard.place)) as place_name, count(*)::integer as entries
from heard
left join current_places on heard.place = current_places.place
group by heard.place
order by entries desc, heard.place;
