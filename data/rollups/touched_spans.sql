-- one row per span that has to be made anew: new ones, the whole life, and those that a touched period speaks for
create or replace temp table touched_spans as
with
touched_periods as (
    select distinct told.indicator, period_start, period_end, cumulative
    from told
    join rolled on told.indicator = rolled.indicator
),
spoken_for as (
    select distinct span
    from spans
    join touched_periods
      on spans.indicator = touched_periods.indicator and touched_periods.period_end <= spans.period_end
     and (touched_periods.period_start >= spans.period_start or (cumulative and is_target_period))
),
flagged as (
    select *, period is not null
        and (indicator, period) not in (select indicator, period from rollup_spans where period is not null) as is_new
    from spans
)
select * from flagged
where period is null or is_new or span in (select span from spoken_for);
