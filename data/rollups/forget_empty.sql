-- rows of which nothing was promised, nothing is due, and nothing was reported any more
delete from rollup_periods
where rowid in (select kept_row from kept_periods)
  and period is not null and target is null and actual is null and reports = 0 and units_due = 0 and not is_not_applicable;
