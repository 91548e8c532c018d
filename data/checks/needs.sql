-- one row per thing to say about the needs of the upload
select sheet, row_number, 'people' as field, 'negative_figure' as code, 'stop' as severity,
    people::varchar as found, null as expected, null::integer as first
from staged_needs where people < 0
order by all;
