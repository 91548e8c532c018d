-- one row per scope, unit of the scope and span: the figures of its units, summed up every way that a rule may need
create or replace temp table scope_sums as
with
figures as (
    select by_partner, by_place, span, report_period,
        case when by_partner then partner end as partner,
        case when by_place then place end as place,
        "group", numerator, denominator, value, is_mixed, reports_inside, is_not_applicable
    from unit_figures
    join unit_members using (unit)
    cross join scopes
)
select by_partner, by_place, span, partner, place, "group",
    sum(reports_inside) as reports_inside, bool_or(is_mixed) as is_mixed,
    count(value) as figures, count(denominator) as parts, count(report_period) as units_given,
    sum(value) as value_sum, max(value) as value_max,
    sum(numerator) as numerator_sum, sum(denominator) as denominator_sum,
    max(report_period) as report_period,
    count(*) filter (reports_inside > 0) as reports, bool_and(is_not_applicable) as is_not_applicable
from figures
group by by_partner, by_place, span, partner, place, "group";
