-- one row per thing to say about the activities of the upload
select sheet, row_number, 'end' as field, 'ends_before_start' as code, 'stop' as severity,
    "end"::varchar as found, "start"::varchar as expected, null::integer as first
from staged_activities where "end" < "start"
order by all;
