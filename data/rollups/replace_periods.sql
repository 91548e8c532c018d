-- how many rows of scopes have the figures of `scope_actuals` now: what was promised, and what is due, stays as stored
update rollup_periods
set actual = made.actual, numerator = made.numerator, denominator = made.denominator,
    actual_period = case when made.reports > 0 then made.actual_period end,
    actual_end = case when made.reports > 0 then made.actual_end end,
    is_mixed = made.is_mixed, reports = made.reports, is_not_applicable = made.is_not_applicable,
    figures = made.figures, parts = made.parts
from (
    select kept_row, scope_actuals.*
    from scope_actuals
    join kept_periods as kept
      on kept.span = scope_actuals.span and kept.by_partner = scope_actuals.by_partner
     and kept.by_place = scope_actuals.by_place and kept.partner is not distinct from scope_actuals.partner
     and kept.place is not distinct from scope_actuals.place and kept."group" is not distinct from scope_actuals."group"
) as made
where rollup_periods.rowid = made.kept_row;
