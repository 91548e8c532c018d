-- one row per indicator of which the touched units are counted again from all that they ever reported. Of the others, what
-- upload $upload tells is added to what is kept: it is live, tells of periods that nobody told of these units before, and
-- what is kept can be added to
create or replace temp table recounted as
with
counting as (
    select * from told
    where results > 0 and indicator in (select indicator from rolled)
),
told_before as (
    select other.indicator
    from results as other
    join counting
      on counting.indicator = other.indicator and counting.period = other.period
     and counting.partner is not distinct from other.partner and counting.place is not distinct from other.place
    where other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
      and (other.value is not null or other.numerator is not null or other.mark is not null)
      and other.period in (select period from told)
      and coalesce(other.partner, '') in (select coalesce(partner, '') from touched_units)
),
in_two_rhythms as (
    select indicator from report_periods
    group by indicator
    having min(period_kind) < max(period_kind)
),
kept as (
    select kept_figures.*, rolled.*, partner, place, period
    from kept_figures
    join told_members using (unit)
    join spans using (span)
    join rolled on spans.indicator = rolled.indicator
),
-- the latest figure is the latest one still: what was before it, nothing tells
late as (
    select kept.indicator
    from kept
    join counting
      on kept.indicator = counting.indicator and kept.partner is not distinct from counting.partner
     and kept.place is not distinct from counting.place
    join report_periods using (report_period)
    where over_time in ('last', 'none') and kept.period is null and counting.period_end <= report_periods.period_end
),
-- what shares with and without parts came to together is not kept
without_sum as (select indicator from kept where is_mixed and measure = 'ratio' and parts > 0)
select indicator from rolled
where not $is_live
   or not coalesce(over_time in ('sum', 'mean', 'max', 'last', 'none', 'nothing'), false)
   or (over_time in ('none', 'nothing') and measure = 'ratio')
   or indicator in (select indicator from in_two_rhythms)
   or indicator in (select indicator from told_before)
   or indicator in (select indicator from late)
   or indicator in (select indicator from without_sum);
