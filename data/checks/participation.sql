-- one row per thing to say about the participation in meetings of the upload
select sheet, row_number, 'people' as field, 'negative_figure' as code, 'stop' as severity,
    people::varchar as found, null as expected, null::integer as first
from staged_participation where people < 0
union all
select sheet, row_number, 'speaking_minutes' as field, 'negative_figure' as code, 'stop' as severity,
    speaking_minutes::varchar as found, null as expected, null::integer as first
from staged_participation where speaking_minutes < 0
union all
select sheet, row_number, 'decisions' as field, 'negative_figure' as code, 'stop' as severity,
    decisions::varchar as found, null as expected, null::integer as first
from staged_participation where decisions < 0
order by all;
