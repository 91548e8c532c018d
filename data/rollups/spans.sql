-- one row per indicator and period to be answered for: every target period, every period a report is due for,
-- every period that was reported, and the whole life (period null)
create or replace temp table spans as
with
target_periods as (
    select distinct indicator, period, period_kind, period_start, period_end
    from current_targets
    where indicator in (select indicator from rolled)
),
-- the rhythm of reporting: the kind of period most results use, the finest on a tie; targets where nothing is reported
rhythms as (
    select indicator, arg_max(period_kind, results * 10 + months_rank) as period_kind
    from (
        select indicator, period_kind, sum(results) as results,
            list_position(['year', 'half', 'quarter', 'month', 'day'], period_kind) as months_rank
        from report_periods
        group by indicator, period_kind
    )
    group by indicator
    union all
    select indicator, arg_max(period_kind, list_position(['year', 'half', 'quarter', 'month'], period_kind))
    from target_periods
    where indicator not in (select indicator from report_periods)
    group by indicator
),
-- reports are due from the first target or result on, until the last target (of a period or the final one) or result
bounds as (
    select indicator, min(period_start) as first_day, max(period_end) as last_day
    from (
        select indicator, period_start, period_end from report_periods
        union all
        select indicator, period_start, period_end from target_periods
        union all
        select indicator, null, target_date from rolled
    )
    group by indicator
    having min(period_start) is not null
),
calendar as (
    select indicator, period_kind,
        unnest(generate_series(
            date_trunc('year', first_day)::timestamp, last_day::timestamp, to_months(months_of_kind(period_kind))
        ))::date as period_start,
        first_day, last_day
    from rhythms
    join bounds using (indicator)
    where period_kind <> 'day'
),
due_periods as (
    select indicator, period_key(period_kind, period_start) as period, period_kind, period_start,
        (period_start + to_months(months_of_kind(period_kind)) - interval 1 day)::date as period_end
    from calendar
    where period_start >= first_day and period_start <= last_day
),
every_period as (
    select indicator, period, period_kind, period_start, period_end from target_periods
    union
    select indicator, period, period_kind, period_start, period_end from due_periods
    union
    select indicator, period, period_kind, period_start, period_end from report_periods
),
every_span as (
    select
        every_period.indicator, every_period.period, every_period.period_kind,
        every_period.period_start, every_period.period_end,
        target_periods.period is not null as is_target_period,
        coalesce(every_period.period_kind = rhythms.period_kind, false) as is_report_period
    from every_period
    left join target_periods
      on every_period.indicator = target_periods.indicator and every_period.period = target_periods.period
    left join rhythms on every_period.indicator = rhythms.indicator
    union all
    select indicator, null, null, null, null, false, false
    from rolled
)
select row_number() over ()::integer as span, * from every_span;
