-- one row per thing to say about the programmes of the upload
select arg_max(sheet, row_number) as sheet, max(row_number) as row_number, 'code' as field, 'same_code_twice' as code, 'stop' as severity,
    code as found, null as expected, min(row_number) as first
from staged_programmes where code is not null group by staged_programmes.code having count(*) > 1
union all
select sheet, row_number, 'end', 'ends_before_start', 'stop', "end"::varchar, "start"::varchar, null
from staged_programmes where "end" < "start"
order by all;
