-- one row per quarter: entries, and those with a rating of 1 or 2
select
    period_key('quarter', date_trunc('quarter', "date")) as period, date_trunc('quarter', "date")::date as period_start,
    count(*)::integer as entries, count(*) filter (rating <= 2)::integer as complaints
from heard
group by 1, 2
order by 2;
