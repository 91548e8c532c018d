-- one row per series in the lists: its growth against what is needed, the class and the score from -5 to 5
with
series as (
    select unnest($bases::double[]) as base, unnest($base_years::double[]) as base_year,
        unnest($figures::double[]) as figure, unnest($figure_years::double[]) as figure_year,
        unnest($targets::double[]) as target, unnest($target_years::double[]) as target_year,
        unnest($directions::double[]) as direction, unnest($bounds::double[]) as bound
),
measured as (
    select *, target is not null as has_target, limit_coefficient(base, case when target is null then bound end) as coefficient,
        target is not null and growth_target_met(figure, target, direction) as is_met,
        growth_progress(base, base_year, figure, figure_year, target, target_year, direction) as growth
    from series
)
select growth, growth_class(growth, has_target, is_met, coefficient) as class,
    growth_score(growth, has_target, is_met, coefficient) as score, coefficient, is_met
from measured;
