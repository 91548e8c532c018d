-- one row per unit and reported period that counts, as numbers of unit_members and report_periods
create or replace temp table counted as
with
-- without groups: a row without group speaks for everyone; else the finest split is added up, never two splits
levels as (
    select indicator, period, partner, place, min(split_rank(dimensions)) as level
    from facts
    where not $by_group and indicator in (select indicator from facts where dimensions <> '')
    group by all
),
joined_groups as (
    select
        facts.indicator, facts.period, period_start, period_end, facts.partner, facts.place, null as "group",
        case
            when any_value(over_units) = 'ratio' and count(denominator) = count(*)
                then sum(numerator) / nullif(sum(denominator), 0) * any_value(scale)
            else over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(value))
        end as value,
        sum(numerator) as numerator, sum(denominator) as denominator,
        case when count(mark) = count(*) then any_value(mark) end as mark
    from facts
    join rolled on facts.indicator = rolled.indicator
    join levels
      on facts.indicator = levels.indicator and facts.period = levels.period
     and facts.partner is not distinct from levels.partner and facts.place is not distinct from levels.place
     and split_rank(facts.dimensions) = levels.level
    where dimensions <> ''
    group by all
),
every_level as (
    select indicator, period, period_start, period_end, partner, place, "group", value, numerator, denominator, mark
    from facts
    where $by_group = (dimensions <> '')
    union all
    select * from joined_groups
),
-- a quarter reported beside its months stands for them; the next wider period of the same unit that holds this one
in_two_rhythms as (select indicator from report_periods group by indicator having count(distinct period_kind) > 1),
held as (
    select part.indicator, part.period, part.partner, part.place, part."group",
        max(whole.period_start) as whole_start, min(whole.period_end) as whole_end
    from every_level as part
    join every_level as whole
      on part.indicator = whole.indicator and part.partner is not distinct from whole.partner
     and part.place is not distinct from whole.place and part."group" is not distinct from whole."group"
     and part.period <> whole.period and part.period_start >= whole.period_start and part.period_end <= whole.period_end
    where part.indicator in (select indicator from in_two_rhythms)
      and (whole.value is not null or whole.numerator is not null)
    group by all
)
select unit, report_period, value, numerator, denominator, mark, whole_start, whole_end
from every_level
left join held
  on every_level.indicator = held.indicator and every_level.period = held.period
 and every_level.partner is not distinct from held.partner and every_level.place is not distinct from held.place
 and every_level."group" is not distinct from held."group"
join unit_members
  on every_level.indicator = unit_members.indicator and every_level.partner is not distinct from unit_members.partner
 and every_level.place is not distinct from unit_members.place
 and every_level."group" is not distinct from unit_members."group"
join report_periods on every_level.indicator = report_periods.indicator and every_level.period = report_periods.period;
