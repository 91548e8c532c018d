-- one row per row of the roll-up that differs from what the ledger gives: missing in the store, extra in it, or other
with
stored as (
    select * from rollup_periods where indicator in (select unnest($indicators::varchar[]))
),
compared as (
    select
        coalesce(stored.indicator, recomputed.indicator) as indicator, coalesce(stored.partner, recomputed.partner) as partner,
        coalesce(stored.place, recomputed.place) as place, coalesce(stored."group", recomputed."group") as "group",
        coalesce(stored.period, recomputed.period) as period,
        case
            when stored.indicator is null then 'missing'
            when recomputed.indicator is null then 'extra'
            when figures_differ(stored.actual, recomputed.actual) or figures_differ(stored.target, recomputed.target)
                or figures_differ(stored.numerator, recomputed.numerator)
                or figures_differ(stored.denominator, recomputed.denominator)
                or stored.reports is distinct from recomputed.reports or stored.units_due is distinct from recomputed.units_due
                or stored.actual_period is distinct from recomputed.actual_period
                or stored.is_mixed is distinct from recomputed.is_mixed
                or stored.is_not_applicable is distinct from recomputed.is_not_applicable
                or stored.is_target_period is distinct from recomputed.is_target_period
                or stored.is_report_period is distinct from recomputed.is_report_period
                then 'other'
        end as difference,
        stored.actual as stored_actual, recomputed.actual as ledger_actual, stored.target as stored_target,
        recomputed.target as ledger_target, stored.reports as stored_reports, recomputed.reports as ledger_reports
    from stored
    full join recomputed
      on stored.indicator = recomputed.indicator and stored.by_partner = recomputed.by_partner
     and stored.by_place = recomputed.by_place and stored.by_group = recomputed.by_group
     and stored.partner is not distinct from recomputed.partner and stored.place is not distinct from recomputed.place
     and stored."group" is not distinct from recomputed."group" and stored.period is not distinct from recomputed.period
)
select * from compared
where difference is not null
order by indicator, period nulls first, partner, place, "group";
