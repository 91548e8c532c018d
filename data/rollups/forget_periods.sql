-- what `scope_periods` takes the place of
delete from rollup_periods where rowid in (select kept_row from kept_periods);
