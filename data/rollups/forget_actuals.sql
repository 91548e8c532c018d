-- what was reported, of the rows that are made anew, where the touched units are counted again
update rollup_periods
set actual = null, numerator = null, denominator = null, actual_period = null, actual_end = null, is_mixed = false,
    reports = 0, is_not_applicable = false, figures = null, parts = null
where rowid in (
    select kept_row from kept_periods join spans using (span) where indicator in (select indicator from recounted));
