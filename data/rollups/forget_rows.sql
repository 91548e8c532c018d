-- the indicators are made whole
delete from rollup_periods where indicator in (select unnest($indicators::varchar[]));
