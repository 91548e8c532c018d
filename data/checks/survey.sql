-- one row per thing to say about the partnership survey of the upload
select sheet, row_number, 'score' as field, 'rating_range' as code, 'stop' as severity,
    score::varchar as found, null as expected, null::integer as first
from staged_survey where score is not null and (score < 1 or score > 5)
order by all;
