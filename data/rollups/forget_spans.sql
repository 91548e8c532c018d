-- the indicators are made whole
delete from rollup_spans where indicator in (select unnest($indicators::varchar[]));
