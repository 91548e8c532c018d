-- one row per scope, indicator, unit and period: what was promised, what was reported, and by how many of how many units;
-- without $every_unit, of the touched partners and places
create or replace temp table scope_periods as
with
reporting as (
    select by_partner, by_place, indicator, case when by_partner then partner end as partner,
        case when by_place then place end as place, "group", first_day, is_reporter, has_reported, count(*) as units
    from unit_members
    cross join scopes
    where ($every_unit or not by_partner or of_touched_partner) and ($every_unit or not by_place or of_touched_place)
    group by all
),
in_scope as (
    select *,
        -- a blank unit among named ones is one of the scope only where somebody reported without a name
        has_reported or not (
            (by_partner and partner is null and indicator in (select indicator from unit_members where partner is not null))
            or (by_place and not by_partner and place is null
                and indicator in (select indicator from unit_members where place is not null))) as is_of_scope
    from reporting
),
starts as (
    select by_partner, by_place, indicator, partner, place, "group", first_day, sum(units) as units
    from in_scope
    where is_reporter
    group by all
),
due as (
    select by_partner, by_place, spans.span, partner, place, "group", sum(units)::integer as units_due
    from spans
    join starts on spans.indicator = starts.indicator and starts.first_day <= spans.period_end
    where spans.is_report_period
    group by all
),
units as (
    select distinct by_partner, by_place, indicator, partner, place, "group" from in_scope where is_of_scope
    union
    -- an indicator that nobody reported on yet has its row all the same
    select by_partner, by_place, indicator, null, null, null
    from rolled cross join scopes
    where not by_partner and not by_place and not $by_group
),
keys as (
    select by_partner, by_place, spans.*, units.partner, units.place, units."group"
    from spans
    join units on spans.indicator = units.indicator
),
-- a level that is the same for all units (a share, a mean) is the target of each of them
targets_for_all as (
    select by_partner, by_place, indicator, period, target from scope_targets
    join rolled using (indicator)
    where partner is null and place is null and "group" is null and over_units <> 'sum'
)
select
    keys.indicator, keys.by_partner, keys.by_place, $by_group as by_group,
    keys.partner, keys.place, keys."group",
    keys.period, keys.period_kind, keys.period_start, keys.period_end, keys.is_target_period, keys.is_report_period,
    coalesce(scope_targets.target, targets_for_all.target) as target, scope_targets.target_units,
    scope_actuals.actual, scope_actuals.numerator, scope_actuals.denominator,
    case when scope_actuals.reports > 0 then scope_actuals.actual_period end as actual_period,
    case when scope_actuals.reports > 0 then scope_actuals.actual_end end as actual_end,
    coalesce(scope_actuals.is_mixed, false) as is_mixed,
    coalesce(scope_actuals.reports, 0) as reports,
    coalesce(due.units_due, 0)::integer as units_due,
    coalesce(scope_actuals.is_not_applicable, false) as is_not_applicable,
    scope_actuals.figures, scope_actuals.parts
from keys
left join scope_actuals
  on keys.by_partner = scope_actuals.by_partner and keys.by_place = scope_actuals.by_place
 and keys.span = scope_actuals.span
 and keys.partner is not distinct from scope_actuals.partner and keys.place is not distinct from scope_actuals.place
 and keys."group" is not distinct from scope_actuals."group"
left join scope_targets
  on keys.by_partner = scope_targets.by_partner and keys.by_place = scope_targets.by_place
 and keys.indicator = scope_targets.indicator and keys.period = scope_targets.period
 and keys.partner is not distinct from scope_targets.partner and keys.place is not distinct from scope_targets.place
 and keys."group" is not distinct from scope_targets."group"
left join targets_for_all
  on keys.by_partner = targets_for_all.by_partner and keys.by_place = targets_for_all.by_place
 and keys.indicator = targets_for_all.indicator and keys.period = targets_for_all.period
left join due
  on keys.by_partner = due.by_partner and keys.by_place = due.by_place and keys.span = due.span
 and keys.partner is not distinct from due.partner and keys.place is not distinct from due.place
 and keys."group" is not distinct from due."group"
where keys.period is null
   or coalesce(scope_targets.target, targets_for_all.target, scope_actuals.actual) is not null
   or scope_actuals.reports > 0 or due.units_due > 0 or scope_actuals.is_not_applicable;
