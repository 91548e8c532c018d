-- one row per theme, and first one for all: what people say, whether they were answered, and whether they were told back
with
entries as (
    select *, answered_on is not null or coalesce(status in ('answered', 'closed'), false) as is_answered,
        date_diff('day', "date", answered_on) as days
    from current_feedback
    where "date" <= $as_of::date
      and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
      and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
      and ($theme::varchar is null or theme = $theme)
)
select
    theme, grouping(theme) = 1 as is_total, count(*)::integer as entries,
    count(*) filter (rating <= 2)::integer as negative, count(*) filter (rating > 2 and rating < 4)::integer as neutral,
    count(*) filter (rating >= 4)::integer as positive,
    count(*) filter (is_answered)::integer as answered, count(*) filter (told_back)::integer as told_back,
    count(*) filter (is_answered) / count(*) as answered_share, count(*) filter (told_back) / count(*) as told_back_share,
    median(days) filter (days >= 0) as median_days, count(*) filter (not is_answered)::integer as open,
    count(*) filter (not is_answered and date_diff('day', "date", $as_of::date) > $answer_within_days)::integer as overdue
from entries
group by grouping sets ((), (theme))
having count(*) > 0
order by is_total desc, entries desc, theme;
