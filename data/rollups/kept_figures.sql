-- one row per unit that the upload tells of and span that is made anew: what was kept of it, and where it stands in
-- `rollup_units`
create or replace temp table kept_figures as
select rollup_units.rowid as kept_row, unit, span, report_period, numerator, denominator, value, is_mixed, reports_inside,
    is_not_applicable, figures, parts
from rollup_units
join spans on rollup_units.indicator = spans.indicator and rollup_units.period is not distinct from spans.period
left join report_periods
  on rollup_units.indicator = report_periods.indicator and rollup_units.actual_period = report_periods.period
where (rollup_units.period is null or list_contains($periods, rollup_units.period))
  and unit in (select unit from told_members);
