-- one row per thing to say about the campaigns of the upload
select sheet, row_number, 'goal' as field, 'negative_figure' as code, 'stop' as severity,
    goal::varchar as found, null as expected, null::integer as first
from staged_campaigns where goal < 0
union all
select sheet, row_number, 'raised' as field, 'negative_figure' as code, 'stop' as severity,
    raised::varchar as found, null as expected, null::integer as first
from staged_campaigns where raised < 0
union all
select sheet, row_number, 'donors' as field, 'negative_figure' as code, 'stop' as severity,
    donors::varchar as found, null as expected, null::integer as first
from staged_campaigns where donors < 0
union all
select sheet, row_number, 'end', 'ends_before_start', 'stop', "end"::varchar, "start"::varchar, null::integer
from staged_campaigns where "end" < "start"
order by all;
