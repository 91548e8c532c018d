-- one row per indicator and period that was reported, numbered in the order of time: the highest number is the latest
create or replace temp table report_periods as
select row_number() over (order by period_end, period_start, indicator)::integer as report_period, *
from (
    select indicator, period, period_kind, period_start, period_end, count(*) as results
    from results
    where indicator in (select indicator from rolled)
      and upload_id in (select upload_id from live_uploads)
      and (value is not null or numerator is not null or mark is not null)
      and ($as_of::date is null or period_start <= $as_of::date)
      and ($partner::varchar is null or partner = $partner)
      and ($place::varchar is null or place = $place)
    group by all
);
