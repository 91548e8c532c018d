-- the indicators are made whole
delete from rollup_members where indicator in (select unnest($indicators::varchar[]));
