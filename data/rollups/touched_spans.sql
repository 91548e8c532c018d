-- one row per span that has to be made anew: new ones, the whole life, and those that a touched period speaks for
create or replace temp table touched_spans as
with
touched_periods as (
    select distinct indicator, period_start, period_end
    from results
    where upload_id = $upload and indicator in (select indicator from touched_units)
)
select *, period is not null and (indicator, period) not in (select indicator, period from rollup_spans where period is not null)
    as is_new
from spans
where period is null
   or is_new
   or exists (
       select 1 from touched_periods
       join rolled on touched_periods.indicator = rolled.indicator
       where touched_periods.indicator = spans.indicator and touched_periods.period_end <= spans.period_end
         and (touched_periods.period_start >= spans.period_start or (cumulative and is_target_period)));
