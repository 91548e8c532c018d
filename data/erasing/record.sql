-- one row per erased entry: where it stood and when it went, and nothing of what it said
insert into erasures
select (select coalesce(max(erasure_id), 0) from erasures) + row_number() over (order by upload_id, sheet, row_number),
    upload_id, sheet, row_number, $now, $by, $reason
from same_entries;
