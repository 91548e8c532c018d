-- one row per unit of the indicators that are rolled up in part, as stored; is_touched: made anew
create or replace temp table unit_members as
with
flagged as (
    select unit, indicator, partner, place, "group", first_day, has_reported, is_reporter,
        coalesce(partner, '') in (select coalesce(partner, '') from touched_units) as of_touched_partner,
        coalesce(place, '') in (select coalesce(place, '') from touched_units) as of_touched_place
    from rollup_members
    where by_group = $by_group and indicator in (select indicator from rolled)
)
select *, of_touched_partner and of_touched_place as is_touched from flagged;
