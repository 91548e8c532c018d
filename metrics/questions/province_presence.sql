-- one row per province with a partner in it: partners, activities, places
with
seen as (
    select left(current_places.code, 2) as province, activities.partner, activities.place, activities.row_number, activities.upload_id
    from current_activities as activities
    join current_places on current_places.place = activities.place
    where activities.status is distinct from 'cancelled' and current_places.code is not null
      and ($partner::varchar is null or partner = $partner) and ($programme::varchar is null or programme = $programme)
)
select province, count(distinct partner)::integer as partners, count(*)::integer as activities, count(distinct place)::integer as places
from seen
group by province
order by province;
