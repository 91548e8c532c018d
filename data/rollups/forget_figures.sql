-- what the touched units reached in the spans that are made anew
delete from rollup_units
where unit in (select unit from unit_members where is_touched)
  and (indicator, coalesce(period, '')) in (select indicator, coalesce(period, '') from spans);
