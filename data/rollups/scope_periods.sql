-- one row per indicator, scope, unit and period: what was promised, what was reported, and by how many of how many units
create or replace temp table scope_periods as
with
definitions as (
    select code as indicator, units_rule(measure, over_units) as over_units
    from current_indicators
    where code in (select unnest($indicators::varchar[]))
),
due as (
    select spans.indicator, spans.period,
        case when $by_partner then partner end as partner,
        case when $by_place then place end as place,
        "group", count(*)::integer as units_due
    from spans
    join unit_members on spans.indicator = unit_members.indicator and unit_members.first_day <= spans.period_end
    where spans.is_report_period and is_reporter
    group by spans.indicator, spans.period, 3, 4, "group"
),
-- the units of the scope; a blank one among named ones only where somebody reported without a name
units as (
    select distinct indicator, case when $by_partner then partner end as partner,
        case when $by_place then place end as place, "group"
    from unit_members
    where has_reported or not (
        ($by_partner and partner is null and indicator in (select indicator from unit_members where partner is not null))
        or ($by_place and not $by_partner and place is null
            and indicator in (select indicator from unit_members where place is not null)))

    union
    -- an indicator that nobody reported on yet has its row all the same
    select indicator, null, null, null from definitions where not $by_partner and not $by_place and not $by_group
),
keys as (
    select spans.*, units.partner, units.place, units."group"
    from spans
    join units on spans.indicator = units.indicator
),
-- a level that is the same for all units (a share, a mean) is the target of each of them
targets_for_all as (
    select indicator, period, target from scope_targets
    join definitions using (indicator)
    where partner is null and place is null and "group" is null and over_units <> 'sum'
)
select
    keys.indicator, $by_partner as by_partner, $by_place as by_place, $by_group as by_group,
    keys.partner, keys.place, keys."group",
    keys.period, keys.period_kind, keys.period_start, keys.period_end, keys.is_target_period, keys.is_report_period,
    coalesce(scope_targets.target, targets_for_all.target) as target, scope_targets.target_units,
    scope_actuals.actual, scope_actuals.numerator, scope_actuals.denominator,
    case when scope_actuals.reports > 0 then scope_actuals.actual_period end as actual_period,
    case when scope_actuals.reports > 0 then scope_actuals.actual_end end as actual_end,
    coalesce(scope_actuals.is_mixed, false) as is_mixed,
    coalesce(scope_actuals.reports, 0)::integer as reports,
    coalesce(due.units_due, 0)::integer as units_due,
    coalesce(scope_actuals.is_not_applicable, false) as is_not_applicable
from keys
left join scope_actuals
  on keys.span = scope_actuals.span
 and keys.partner is not distinct from scope_actuals.partner and keys.place is not distinct from scope_actuals.place
 and keys."group" is not distinct from scope_actuals."group"
left join scope_targets
  on keys.indicator = scope_targets.indicator and keys.period = scope_targets.period
 and keys.partner is not distinct from scope_targets.partner and keys.place is not distinct from scope_targets.place
 and keys."group" is not distinct from scope_targets."group"
left join targets_for_all
  on keys.indicator = targets_for_all.indicator and keys.period = targets_for_all.period
left join due
  on keys.indicator = due.indicator and keys.period = due.period
 and keys.partner is not distinct from due.partner and keys.place is not distinct from due.place
 and keys."group" is not distinct from due."group"
where keys.period is null
   or coalesce(scope_targets.target, targets_for_all.target, scope_actuals.actual) is not null
   or scope_actuals.reports > 0 or due.units_due > 0 or scope_actuals.is_not_applicable;
