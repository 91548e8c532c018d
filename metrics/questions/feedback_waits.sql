-- one row per feedback entry: is it answered by that day, and how many days until the answer, or so far; NULL: unknown
select
    is_answered, told_back,
    case when is_answered then days else waited end as days
from heard;
