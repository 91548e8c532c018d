-- one row per row of scopes that is made anew, and where it stands in `rollup_periods`; without $every_unit, of the touched
-- partners and places
create or replace temp table kept_periods as
select stored.rowid as kept_row, span, by_partner, by_place, partner, place, "group", actual, numerator, denominator,
    actual_period, reports, is_not_applicable, figures, parts
from rollup_periods as stored
join spans on stored.indicator = spans.indicator and stored.period is not distinct from spans.period
where by_group = $by_group and (stored.period is null or list_contains($periods, stored.period))
  and ($every_unit or not by_partner or coalesce(partner, '') in (select coalesce(partner, '') from touched_units))
  and ($every_unit or not by_place or coalesce(place, '') in (select coalesce(place, '') from touched_units));
