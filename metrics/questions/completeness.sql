-- one row per partner (and, if asked, programme) and period that has ended: reports that came of those that were due
with
asked as (
    select code, case when $by_programme then programme end as programme from current_indicators
    where ($programme::varchar is null or programme = $programme)
      and ($indicator::varchar is null or code = $indicator)
)
select
    rollup_periods.partner, asked.programme, any_value(current_partners.name) as partner_name,
    period, period_kind, rollup_periods.period_start, rollup_periods.period_end,
    sum(reports)::integer as reports, sum(units_due)::integer as reports_due,
    sum(reports) / nullif(sum(units_due), 0) as share,
    string_agg(distinct case when reports < units_due then rollup_periods.indicator end, ', ' order by case when reports < units_due then rollup_periods.indicator end) as missing
from rollup_periods
inner join asked on rollup_periods.indicator = asked.code
left join current_partners on rollup_periods.partner = current_partners.code
where by_partner and not by_place and not by_group
  and is_report_period and units_due > 0 and rollup_periods.period_end <= $as_of::date
  and ($partner::varchar is null or rollup_periods.partner = $partner)
group by rollup_periods.partner, asked.programme, period, period_kind, rollup_periods.period_start, rollup_periods.period_end
order by rollup_periods.partner nulls last, rollup_periods.period_start, rollup_periods.period_end;
