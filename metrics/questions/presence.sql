-- one row per place and sector: which partners work there, and on how many activities; cancelled ones left out
select activities.place, coalesce(current_places.name, activities.place) as place_name, left(current_places.code, 2) as province,
    current_places.level, coalesce(lower(trim(sector)), '') as sector, count(distinct partner)::integer as partners,
    string_agg(distinct partner, ', ' order by partner) as who, count(*)::integer as activities,
    count(*) filter (activities.status is distinct from 'done' and coalesce(activities."end", $as_of::date) >= $as_of::date
                     and activities."start" <= $as_of::date)::integer as running
from current_activities as activities
left join current_places on current_places.place = activities.place
where activities.status is distinct from 'cancelled'
  and ($partner::varchar is null or partner = $partner) and ($programme::varchar is null or programme = $programme)
  and ($place::varchar is null or activities.place = $place or starts_with(activities.place, $place || '.'))
group by all
order by place_name, sector;
