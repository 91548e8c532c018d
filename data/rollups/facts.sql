-- one row per result that counts: of the indicators asked for, up to $as_of (null: all), newest live upload first
create or replace temp table facts as
with
asked as (select unnest($indicators::varchar[]) as indicator),
definitions as (
    select code as indicator, measure, scale
    from current_indicators
    where code in (select indicator from asked)
),
live as (
    select upload_id, row_number, indicator, period, period_kind, period_start, period_end, partner, place, "group",
        value, numerator, denominator, mark
    from results
    where indicator in (select indicator from definitions)
      and upload_id in (select upload_id from live_uploads)
      and (value is not null or numerator is not null or mark is not null)
      and ($as_of::date is null or period_start <= $as_of::date)
      and ($partner::varchar is null or partner = $partner)
      and ($place::varchar is null or place = $place)
),
-- as current_results, but sorting only what can be superseded: it is what makes a first upload fast
uploaded_again as (select indicator from live group by indicator having count(distinct upload_id) > 1),
newest as (
    select * from live where indicator not in (select indicator from uploaded_again)
    union all
    select * from live where indicator in (select indicator from uploaded_again)
    qualify row_number() over (
        partition by indicator, period, partner, place, "group" order by upload_id desc, row_number desc) = 1
)
select
    indicator, period, period_kind, period_start, period_end, partner, place, "group",
    dimensions_of("group") as dimensions,
    case when measure = 'ratio' and denominator <> 0 and numerator is not null
         then numerator / denominator * scale else value end as value,
    case when denominator is not null then numerator end as numerator,
    case when numerator is not null then denominator end as denominator,
    mark
from newest
join definitions using (indicator);
