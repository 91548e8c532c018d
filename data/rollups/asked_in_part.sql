-- one row per result of the touched units, and of all units in the spans that are made anew: some more besides, since
-- one plain condition a column is what makes passing over millions of other rows cheap
create or replace temp view asked_results as
select * from results
where coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
  and coalesce(place, '') in (select coalesce(place, '') from touched_units)
union all
select * from results
where period in (select period from spans)
  and not (coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
           and coalesce(place, '') in (select coalesce(place, '') from touched_units));
