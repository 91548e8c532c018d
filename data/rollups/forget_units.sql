-- the indicators are made whole
delete from rollup_units where indicator in (select unnest($indicators::varchar[]));
