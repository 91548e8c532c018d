-- one row per unit, as stored: those that the upload tells of, all of the indicators that are counted again and, with
-- $every_unit, all others too; is_touched: made anew
create or replace temp table unit_members as
with
members as (
    select * from told_members
    where not $every_unit and indicator not in (select indicator from recounted)
    union all
    select * from rollup_members
    where $every_unit or indicator in (select indicator from recounted)
),
flagged as (
    select unit, indicator, partner, place, "group", first_day, has_reported, is_reporter,
        coalesce(partner, '') in (select coalesce(partner, '') from touched_units) as of_touched_partner,
        coalesce(place, '') in (select coalesce(place, '') from touched_units) as of_touched_place
    from members
    where by_group = $by_group and indicator in (select indicator from rolled)
)
select *, of_touched_partner and of_touched_place as is_touched from flagged;
