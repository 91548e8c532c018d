-- one row per scope, indicator, unit of the scope and target period. A blank unit is the target of all of them: it is
-- used where the scope does not tell units apart, and never added to its parts
create or replace temp table scope_targets as
with
live as (
    select current_targets.indicator, period, partner, place, "group", value, dimensions_of("group") as dimensions,
        over_units
    from current_targets
    join rolled using (indicator)
    where (indicator, period) in (select indicator, period from spans)
      and ($partner::varchar is null or partner = $partner)
      and ($place::varchar is null or place = $place)
),
levels as (
    select indicator, period, partner, place,
        arg_min(dimensions, split_rank(dimensions)) as dimensions
    from live
    where not $by_group
    group by all
),
without_groups as (
    select live.indicator, live.period, live.partner, live.place,
        case when $by_group then "group" end as "group", any_value(over_units) as over_units,
        over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(*)) as value
    from live
    left join levels
      on live.indicator = levels.indicator and live.period = levels.period
     and live.partner is not distinct from levels.partner and live.place is not distinct from levels.place
    where $by_group or live.dimensions = levels.dimensions
    group by live.indicator, live.period, live.partner, live.place, 5
),
places_left as (
    select *, not by_place and place is not null
        and bool_or(place is null) over (partition by by_partner, by_place, indicator, period, partner, "group") as is_part
    from without_groups
    cross join scopes
),
partners_left as (
    select *, not by_partner and partner is not null and bool_or(partner is null) over (
        partition by by_partner, by_place, indicator, period, case when by_place then place end, "group") as is_of_all
    from places_left
    where not is_part
)
select
    by_partner, by_place, indicator, period, case when by_partner then partner end as partner,
    case when by_place then place end as place, "group",
    over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(*)) as target,
    count(*)::integer as target_units
from partners_left
where not is_of_all
group by by_partner, by_place, indicator, period, 5, 6, "group";
