-- one row per result of `asked_results` that counts, up to $as_of (null: all), newest live upload first
create or replace temp table facts as
with
live as (
    select upload_id, row_number, indicator, period, period_start, period_end, partner, place, "group",
        value, numerator, denominator, mark
    from asked_results
    where indicator in (select indicator from rolled)
      and upload_id in (select upload_id from live_uploads)
      and (value is not null or numerator is not null or mark is not null)
      and ($as_of::date is null or period_start <= $as_of::date)
      and ($partner::varchar is null or partner = $partner)
      and ($place::varchar is null or place = $place)
),
-- as current_results, but sorting only what can be superseded: it is what makes a first upload fast
uploaded_again as (select indicator from live group by indicator having min(upload_id) < max(upload_id)),
written_again as (
    select indicator, period, partner, place, "group" from live
    where indicator in (select indicator from uploaded_again)
    group by all having count(*) > 1
),
again as (
    select live.*, written_again.indicator is not null as is_again
    from live
    left join written_again
      on live.indicator = written_again.indicator and live.period = written_again.period
     and live.partner is not distinct from written_again.partner and live.place is not distinct from written_again.place
     and live."group" is not distinct from written_again."group"
    where live.indicator in (select indicator from uploaded_again)
),
newest as (
    select * from live where indicator not in (select indicator from uploaded_again)
    union all
    select * exclude (is_again) from again where not is_again
    union all
    select * exclude (is_again) from again where is_again
    qualify row_number() over (
        partition by indicator, period, partner, place, "group" order by upload_id desc, row_number desc) = 1
)
select
    indicator, period, period_start, period_end, partner, place, "group",
    dimensions_of("group") as dimensions,
    case when (measure = 'ratio' or (measure = 'percent' and value is null)) and denominator <> 0 and numerator is not null
         then numerator / denominator * scale else value end as value,
    case when denominator is not null then numerator end as numerator,
    case when numerator is not null then denominator end as denominator,
    mark
from newest
join rolled using (indicator);
