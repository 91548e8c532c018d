-- one row per thing to say about the feedback of the upload
select sheet, row_number, 'rating' as field, 'rating_range' as code, 'stop' as severity,
    rating::varchar as found, null as expected, null::integer as first
from staged_feedback where rating is not null and (rating < 1 or rating > 5)
union all
select sheet, row_number, 'answered_on', 'ends_before_start', 'warn', answered_on::varchar, "date"::varchar, null
from staged_feedback where answered_on < "date"
order by all;
