-- one row per row of the roll-up that differs from what the ledger gives: missing in the store, extra in it, or other; and
-- per row of what is kept beside it. Nothing is kept of an indicator that the next upload makes whole anyway
with
periods as (
    select
        coalesce(stored.indicator, made.indicator) as indicator, coalesce(stored.partner, made.partner) as partner,
        coalesce(stored.place, made.place) as place, coalesce(stored."group", made."group") as "group",
        coalesce(stored.period, made.period) as period,
        case
            when stored.indicator is null then 'missing'
            when made.indicator is null then 'extra'
            when figures_differ(stored.actual, made.actual) or figures_differ(stored.target, made.target)
                or figures_differ(stored.numerator, made.numerator)
                or figures_differ(stored.denominator, made.denominator)
                or stored.reports is distinct from made.reports or stored.units_due is distinct from made.units_due
                or stored.actual_period is distinct from made.actual_period
                or stored.is_mixed is distinct from made.is_mixed
                or stored.is_not_applicable is distinct from made.is_not_applicable
                or stored.is_target_period is distinct from made.is_target_period
                or stored.is_report_period is distinct from made.is_report_period
                then 'other'
            when (stored.figures is distinct from made.figures or stored.parts is distinct from made.parts)
                and coalesce(stored.indicator in (select indicator from stored_spans), false)
                then 'kept'
        end as difference,
        stored.actual as stored_actual, made.actual as ledger_actual, stored.target as stored_target,
        made.target as ledger_target, stored.reports as stored_reports, made.reports as ledger_reports
    from stored_periods as stored
    full join temp.rollup_periods as made
      on stored.indicator = made.indicator and stored.by_partner = made.by_partner
     and stored.by_place = made.by_place and stored.by_group = made.by_group
     and stored.partner is not distinct from made.partner and stored.place is not distinct from made.place
     and stored."group" is not distinct from made."group" and stored.period is not distinct from made.period
),
stored_figures as (
    select stored_units.*, by_group, partner, place, "group"
    from stored_units
    join stored_members using (unit)
    where stored_units.indicator in (select indicator from stored_spans)
),
made_figures as (
    select rollup_units.*, by_group, partner, place, "group"
    from temp.rollup_units
    join temp.rollup_members using (unit)
    where rollup_units.indicator in (select indicator from stored_spans)
),
figures as (
    select coalesce(stored.indicator, made.indicator) as indicator, coalesce(stored.partner, made.partner) as partner,
        coalesce(stored.place, made.place) as place, coalesce(stored."group", made."group") as "group",
        coalesce(stored.period, made.period) as period,
        stored.value as stored_actual, made.value as ledger_actual,
        stored.reports_inside as stored_reports, made.reports_inside as ledger_reports
    from stored_figures as stored
    full join made_figures as made
      on stored.indicator = made.indicator and stored.by_group = made.by_group
     and stored.partner is not distinct from made.partner and stored.place is not distinct from made.place
     and stored."group" is not distinct from made."group" and stored.period is not distinct from made.period
    where stored.indicator is null or made.indicator is null
       or figures_differ(stored.value, made.value) or figures_differ(stored.numerator, made.numerator)
       or figures_differ(stored.denominator, made.denominator)
       or stored.actual_period is distinct from made.actual_period
       or (stored.is_mixed, stored.reports_inside, stored.is_not_applicable, stored.figures, stored.parts)
           is distinct from (made.is_mixed, made.reports_inside, made.is_not_applicable, made.figures, made.parts)
),
members as (
    (select * exclude (unit) from stored_members except select * exclude (unit) from temp.rollup_members)
    union
    (select * exclude (unit) from temp.rollup_members except select * exclude (unit) from stored_members)
),
spans as (
    (from stored_spans except from temp.rollup_spans)
    union
    (from temp.rollup_spans except from stored_spans)
),
every_difference as (
    select * from periods
    where difference is not null
    union all
    select indicator, partner, place, "group", period, 'kept', stored_actual, ledger_actual, null, null, stored_reports,
        ledger_reports
    from figures
    union all
    select indicator, partner, place, "group", null, 'kept', null, null, null, null, null, null
    from members
    where indicator in (select indicator from stored_spans)
    union all
    select indicator, null, null, null, period, 'kept', null, null, null, null, null, null
    from spans
    where indicator in (select indicator from stored_spans)
)
select * from every_difference
order by indicator, period nulls first, partner, place, "group", difference;
