-- what is made anew of the units; where the touched ones are counted again, all that was kept of them
delete from rollup_units
where rowid in (
    select kept_row from kept_figures semi join unit_figures using (unit, span)
    union all
    select rollup_units.rowid
    from rollup_units
    join spans on rollup_units.indicator = spans.indicator and rollup_units.period is not distinct from spans.period
    where spans.indicator in (select indicator from recounted)
      and unit in (select unit from unit_members where is_touched));
