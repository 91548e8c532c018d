-- one row per pair of partners and activity, place and people group that both work on at the same time
with
pairs as (
    select one.activity, one.place, one.people_group, one.partner as partner, other.partner as other_partner,
        greatest(one."start", other."start") as first_day, least(coalesce(one."end", $as_of::date), coalesce(other."end", $as_of::date)) as last_day,
        coalesce(one.planned, 0) as planned, coalesce(other.planned, 0) as other_planned
    from current_activities as one
    join current_activities as other
      on lower(one.activity) = lower(other.activity) and one.place = other.place
     and lower(one.people_group) is not distinct from lower(other.people_group) and one.partner < other.partner
     and one."start" <= coalesce(other."end", $as_of::date) and other."start" <= coalesce(one."end", $as_of::date)
    where one.status is distinct from 'cancelled' and other.status is distinct from 'cancelled'
)
select pairs.activity, pairs.place, coalesce(current_places.name, pairs.place) as place_name, people_group,
    partner, other_partner, first_day, last_day, planned, other_planned
from pairs
left join current_places on pairs.place = current_places.place
order by pairs.place, pairs.activity, partner, other_partner;
