-- keep what a unit reached in periods that join several reports; a period that answers for itself is in the ledger
insert into rollup_units by name
select unit, unit_members.indicator, spans.period, report_periods.period as actual_period, numerator, denominator, value,
    is_mixed, reports_inside, is_not_applicable, figures, parts
from unit_figures
join unit_members using (unit)
join spans using (span)
left join report_periods using (report_period)
where not is_itself;
