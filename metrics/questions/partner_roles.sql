-- one row per partner and programme that it takes part in: leads, gives money, gives in kind, carries out, reports
with
roles as (
    select partners.code as partner, programmes.code as programme, 'leads' as role, null::double as n
    from current_programmes as programmes
    join current_partners as partners on lower(trim(programmes.lead)) in (lower(trim(partners.code)), lower(trim(partners.name)))
    union all
    select partner, programme, case when kind = 'money' then 'funds' else 'in_kind' end, count(*)
    from current_contributions where delivered > 0 group by all
    union all
    select partner, programme, 'acts', count(*) from current_activities where status is distinct from 'cancelled' group by all
    union all
    select results.partner, indicators.programme, 'reports', count(distinct results.indicator)
    from current_results as results join current_indicators as indicators on indicators.code = results.indicator
    where results.mark is null group by all
)
select roles.partner, coalesce(partners.name, roles.partner) as partner_name, roles.programme,
    bool_or(role = 'leads') as leads, bool_or(role = 'funds') as funds, bool_or(role = 'in_kind') as in_kind,
    sum(n) filter (role = 'acts')::integer as activities, sum(n) filter (role = 'reports')::integer as indicators
from roles
left join current_partners as partners on partners.code = roles.partner
where roles.partner is not null and roles.programme is not null
group by all
order by partner_name, roles.programme;
