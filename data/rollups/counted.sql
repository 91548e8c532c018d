-- one row per unit and reported period that counts, as numbers of fact_units and report_periods
create or replace temp table counted as
with
definitions as (
    select code as indicator, over_units, scale
    from current_indicators
    where code in (select unnest($indicators::varchar[]))
),
-- without groups: a row without group speaks for everyone; else the finest split is added up, never two splits
levels as (
    select indicator, period, partner, place, min(split_rank(dimensions)) as level
    from facts
    where not $by_group and indicator in (select indicator from facts where dimensions <> '')
    group by all
),
joined_groups as (
    select
        facts.indicator, facts.period, period_end, facts.partner, facts.place, null as "group",
        case
            when any_value(over_units) = 'ratio' and count(denominator) = count(*)
                then sum(numerator) / nullif(sum(denominator), 0) * any_value(scale)
            else over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(value))
        end as value,
        sum(numerator) as numerator, sum(denominator) as denominator,
        case when count(mark) = count(*) then any_value(mark) end as mark
    from facts
    join definitions on facts.indicator = definitions.indicator
    join levels
      on facts.indicator = levels.indicator and facts.period = levels.period
     and facts.partner is not distinct from levels.partner and facts.place is not distinct from levels.place
     and split_rank(facts.dimensions) = levels.level
    where dimensions <> ''
    group by all
),
every_level as (
    select indicator, period, period_end, partner, place, "group", value, numerator, denominator, mark
    from facts
    where $by_group = (dimensions <> '')
    union all
    select * from joined_groups
)
select unit, report_period, every_level.period_end, value, numerator, denominator, mark
from every_level
join fact_units
  on every_level.indicator = fact_units.indicator and every_level.partner is not distinct from fact_units.partner
 and every_level.place is not distinct from fact_units.place and every_level."group" is not distinct from fact_units."group"
join report_periods on every_level.indicator = report_periods.indicator and every_level.period = report_periods.period;
