-- one row per thing to say about the partners of the upload
select arg_max(sheet, row_number) as sheet, max(row_number) as row_number, 'code' as field, 'same_code_twice' as code, 'stop' as severity,
    code as found, null as expected, min(row_number) as first
from staged_partners where code is not null group by staged_partners.code having count(*) > 1
order by all;
