-- one row per indicator, partner and place that the upload tells of, where no such unit is new to the indicator, begins
-- earlier than before, or reports for the first time. What is made anew are the units whose partner and whose place are
-- among these
create or replace temp table touched_units as
with
units as (
    select indicator, partner, place, min(period_start) as first_day, sum(results) > 0 as has_reported
    from told
    group by indicator, partner, place
),
with_new_units as (
    select units.indicator
    from units
    left join told_members as known
      on not known.by_group and units.indicator = known.indicator
     and units.partner is not distinct from known.partner and units.place is not distinct from known.place
    where known.indicator is null or units.first_day < known.first_day or units.has_reported > known.has_reported
)
select indicator, partner, place from units
where indicator not in (select indicator from with_new_units);
