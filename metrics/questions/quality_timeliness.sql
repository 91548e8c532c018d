-- one row per partner: reports that came since this store is in use, how many within $days days of the period's end, the median delay
with
-- what was carried in from before the store says nothing of how quickly anybody reports
began as (select min(stored_at)::date as first_day from live_uploads),
first_reports as (
    select results.partner, results.indicator, results.period, results.place, results.period_end,
        min(uploads.stored_at)::date as came_on
    from results
    join live_uploads as uploads on results.upload_id = uploads.upload_id
    where (value is not null or numerator is not null or mark is not null) and results."group" is null
    group by all
)
select partner, count(*)::integer as reports,
    (count(*) filter (where date_diff('day', period_end, came_on) <= $days))::integer as in_time,
    median(date_diff('day', period_end, came_on)) as median_days
from first_reports
where period_end >= (select first_day from began) and came_on <= $as_of::date
group by partner
order by partner nulls last;
