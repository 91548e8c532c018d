-- one row per quarter: entries, and those with a rating of 1 or 2
select
    period_key('quarter', date_trunc('quarter', "date")) as period, date_trunc('quarter', "date")::date as period_start,
    count(*)::integer as entries, count(*) filter (rating <= 2)::integer as complaints
from current_feedback
where "date" <= $as_of::date
  and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or place = $place)
  and ($theme::varchar is null or theme = $theme)
group by 1, 2
order by 2;
