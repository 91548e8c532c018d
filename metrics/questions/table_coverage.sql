-- one row per partner, sector and place where it is at the table: by an activity, by what it gives to a programme of the
-- sector (no place), or by its own place (no sector)
with
seats as (
    select distinct partners.kind, partners.code as partner, partners.name as partner_name, lower(trim(activities.sector)) as sector,
        activities.place, coalesce(current_places.name, activities.place) as place_name, left(current_places.code, 2) as province
    from current_activities as activities
    join current_partners as partners on partners.code = activities.partner
    left join current_places on current_places.place = activities.place
    where activities.status is distinct from 'cancelled'
    union
    -- whoever gives to a programme is at the table of its sectors
    select partners.kind, partners.code, partners.name, lower(trim(activities.sector)), null, null, null
    from current_contributions as given
    join current_partners as partners on partners.code = given.partner
    join current_activities as activities on activities.programme = given.programme and activities.status is distinct from 'cancelled'
    where given.pledged > 0 or given.delivered > 0
    union
    select partners.kind, partners.code, partners.name, null, partners.place, coalesce(current_places.name, partners.place), left(current_places.code, 2)
    from current_partners as partners
    left join current_places on current_places.place = partners.place
    where partners.place is not null
)
select *
from seats
where $place::varchar is null or place = $place or starts_with(place, $place || '.')
order by all;
