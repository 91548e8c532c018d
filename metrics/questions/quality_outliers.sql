-- one row per result that lies far from the others of its indicator, partner, place and group (modified z-score by median and MAD)
with
figures as (
    select results.*, coalesce(value, numerator / nullif(denominator, 0) * indicators.scale) as figure
    from current_results as results
    join current_indicators as indicators on results.indicator = indicators.code
    where results.period_start <= $as_of::date and indicators.measure <> 'yes_no'
      and coalesce(value, numerator / nullif(denominator, 0)) is not null
),
-- a running total grows, so its steps are looked at; every other figure itself
stepped as (
    select figures.*, case when indicators.cumulative then figure - lag(figure) over (
            partition by indicator, figures.partner, figures.place, figures."group", period_kind order by period_start)
        else figure end as looked_at
    from figures
    join current_indicators as indicators on figures.indicator = indicators.code
),
spread as (
    select *,
        median(looked_at) over series as middle,
        count(looked_at) over series as figures_known
    from stepped
    window series as (partition by indicator, partner, place, "group", period_kind)
),
distances as (
    select *, median(abs(looked_at - middle)) over series as mad, avg(abs(looked_at - middle)) over series as mean_distance
    from spread
    window series as (partition by indicator, partner, place, "group", period_kind)
)
select indicator, period, period_start, partner, place, "group", figure, middle as compared,
    modified_z(looked_at, middle, mad, mean_distance) as score,
    upload_id, sheet, row_number, value_cell, 'results' as sheet_key,
    case when value is null then 'numerator' else 'value' end as field
from distances
where figures_known >= $least_figures and abs(modified_z(looked_at, middle, mad, mean_distance)) > $far
  and abs(looked_at - middle) > 0.5 * abs(middle)
order by abs(score) desc, indicator, period_start;
