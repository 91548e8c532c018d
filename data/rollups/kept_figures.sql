-- the figures of the units that are not made anew, as stored, beside those that are
insert into unit_figures
select unit, span, report_period, numerator, denominator, value, is_mixed, reports_inside, is_not_applicable, false
from rollup_units
join spans on rollup_units.indicator = spans.indicator and rollup_units.period is not distinct from spans.period
left join report_periods
  on rollup_units.indicator = report_periods.indicator and rollup_units.actual_period = report_periods.period
where unit in (select unit from unit_members where not is_touched);
