-- one row per feedback entry: is it answered by that day, and how many days until the answer, or so far; NULL: unknown
select
    coalesce(answered_on <= $as_of::date, status in ('answered', 'closed'), false) as is_answered,
    coalesce(told_back, false) as told_back,
    case
        when answered_on <= $as_of::date then case when answered_on >= "date" then date_diff('day', "date", answered_on) end
        when answered_on is null and coalesce(status in ('answered', 'closed'), false) then null
        else date_diff('day', "date", $as_of::date)
    end as days
from current_feedback
where "date" <= $as_of::date
  and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
  and ($theme::varchar is null or theme = $theme);
