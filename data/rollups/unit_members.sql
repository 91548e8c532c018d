-- one row per indicator and unit (partner, place and, with $by_group, group) that ever had a target or a result: the first
-- day anything was asked of it, and whether reports are due from it; in part, of the touched units alone
create or replace temp table unit_members as
with
-- with $skip_empty, an indicator has units by group where a figure or a target names one; a blank cell alone makes none
grouped as (
    select indicator from facts where dimensions <> ''
    union
    select indicator from current_targets where "group" is not null
    union
    select indicator from rollup_members where $in_part and by_group
),
members as (
    select indicator, partner, place, case when $by_group then "group" end as "group",
        min(period_start) as first_day, bool_or(has_reported) as has_reported
    from (
        select indicator, partner, place, "group", period_start, true as has_reported from facts
        union all
        -- a blank cell is no report, but it says that one is expected of this unit
        select indicator, partner, place, "group", period_start, false from asked_results
        where indicator in (select indicator from rolled) and value is null and numerator is null
          and upload_id in (select upload_id from live_uploads)
          and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
        union all
        select indicator, partner, place, "group", period_start, false from current_targets
        where indicator in (select indicator from rolled)
          and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
    )
    where (not $by_group or ("group" is not null and (not $skip_empty or indicator in (select indicator from grouped))))
      and (not $in_part or (coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
           and coalesce(place, '') in (select coalesce(place, '') from touched_units)))
    group by all
),
-- a target for several units together is nobody's report: it makes a reporter only where nothing finer is known
coarse as (
    select *,
        count(place) over (partition by indicator, partner) > 0 as finer_places,
        count(partner) over (partition by indicator, place) > 0 as finer_partners,
        count(coalesce(partner, place)) over (partition by indicator) > 0 as finer_units
    from members
    where indicator in (select indicator from members where not has_reported)
),
judged as (
    select indicator, partner, place, "group", first_day, has_reported,
        has_reported or not ((place is null and finer_places) or (partner is null and finer_partners)
                             or (partner is null and place is null and finer_units)) as is_reporter
    from coarse
    union all
    select indicator, partner, place, "group", first_day, true, true
    from members
    where indicator not in (select indicator from members where not has_reported)
)
select (row_number() over () + $units_before)::integer as unit, *, true as of_touched_partner,
    true as of_touched_place, true as is_touched
from judged;
