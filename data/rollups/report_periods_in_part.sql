-- as report_periods.sql; periods that upload $upload does not tell of are as stored
create or replace temp table report_periods as
with
touched_periods as (
    select distinct indicator, period
    from results
    where upload_id = $upload and indicator in (select indicator from rolled)
),
counted_anew as (
    select indicator, period, period_kind, period_start, period_end, count(*) as results
    from results
    where period in (select period from touched_periods)
      and upload_id in (select upload_id from live_uploads)
      and (value is not null or numerator is not null or mark is not null)
    group by all
),
every_period as (
    select counted_anew.* from counted_anew join touched_periods using (indicator, period)
    union all
    select indicator, period, period_kind, period_start, period_end, results
    from rollup_spans
    where results > 0 and indicator in (select indicator from rolled)
      and (indicator, period) not in (select indicator, period from touched_periods)
)
select row_number() over (order by period_end, period_start, indicator)::integer as report_period, * from every_period;
