-- one row per scope, unit of the scope and span, as scope_sums.sql: of what is kept of all units, and of what they reported
-- in the periods that stand for themselves; without $every_unit, of the touched partners and places
create or replace temp table scope_sums as
with
figures as (
    select span, unit, report_period, numerator, denominator, value, is_mixed, reports_inside, is_not_applicable
    from rollup_units
    join spans on rollup_units.indicator = spans.indicator and rollup_units.period is not distinct from spans.period
    left join report_periods
      on rollup_units.indicator = report_periods.indicator and rollup_units.actual_period = report_periods.period
    where rollup_units.period is null or list_contains($periods, rollup_units.period)
    union all
    select span, unit, report_period, numerator, denominator, value, is_mixed, reports_inside, is_not_applicable
    from unit_figures
    where is_itself
),
-- partners that are not made anew speak as one: there are far fewer sums than figures to be joined by scope
members as (
    select unit, place, "group",
        case when $every_unit or coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
             then partner end as partner,
        coalesce(partner, '') in (select coalesce(partner, '') from touched_units) as of_touched_partner
    from rollup_members
    where by_group = $by_group
),
of_partners_and_places as (
    select span, partner, place, "group", of_touched_partner,
        sum(reports_inside) as reports_inside, bool_or(is_mixed) as is_mixed,
        count(value) as figures, count(denominator) as parts, count(report_period) as units_given,
        sum(value) as value_sum, max(value) as value_max,
        sum(numerator) as numerator_sum, sum(denominator) as denominator_sum,
        max(report_period) as report_period,
        count(*) filter (reports_inside > 0) as reports, bool_and(is_not_applicable) as is_not_applicable
    from figures
    join members using (unit)
    group by span, partner, place, "group", of_touched_partner
),
of_scopes as (
    select by_partner, by_place, span, case when by_partner then partner end as partner,
        case when by_place then place end as place, "group", reports_inside, is_mixed, figures, parts, units_given,
        value_sum, value_max, numerator_sum, denominator_sum, report_period, reports, is_not_applicable
    from of_partners_and_places
    cross join scopes
    where ($every_unit or not by_partner or of_touched_partner)
      and ($every_unit or not by_place or coalesce(place, '') in (select coalesce(place, '') from touched_units))
    union all
    -- what is stored of a scope that is added to, or of a period that stands for itself, where none of the units that the
    -- upload tells of told of it before: the others are not read again
    select by_partner, by_place, span, partner, place, "group", reports, false, figures, parts, reports,
        case when over_units = 'mean' then actual * figures else actual end, actual, numerator, denominator,
        report_period, reports, is_not_applicable
    from kept_periods
    join spans using (span)
    join rolled on spans.indicator = rolled.indicator
    left join report_periods
      on spans.indicator = report_periods.indicator and kept_periods.actual_period = report_periods.period
    where figures is not null
      and span in (select span from membership where is_itself)
      and spans.indicator not in (select indicator from recounted)
)
select by_partner, by_place, span, partner, place, "group",
    sum(reports_inside) as reports_inside, bool_or(is_mixed) as is_mixed,
    sum(figures) as figures, sum(parts) as parts, sum(units_given) as units_given,
    sum(value_sum) as value_sum, max(value_max) as value_max,
    sum(numerator_sum) as numerator_sum, sum(denominator_sum) as denominator_sum,
    max(report_period) as report_period, sum(reports) as reports, bool_and(is_not_applicable) as is_not_applicable
from of_scopes
group by by_partner, by_place, span, partner, place, "group";
