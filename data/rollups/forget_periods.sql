-- what `scope_periods` takes the place of
delete from rollup_periods
where by_group = $by_group
  and (indicator, coalesce(period, '')) in (select indicator, coalesce(period, '') from spans)
  and ($every_unit or not by_partner or coalesce(partner, '') in (select coalesce(partner, '') from touched_units))
  and ($every_unit or not by_place or coalesce(place, '') in (select coalesce(place, '') from touched_units));
