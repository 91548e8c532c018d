-- one row per partner: who it is, how its agreement stands, and what it takes part in
with
acting as (
    select partner, count(*)::integer as activities, string_agg(distinct programme, ', ' order by programme) as programmes
    from current_activities where status is distinct from 'cancelled' group by all
),
reporting as (
    select partner, count(distinct indicator)::integer as indicators, max(period_end) as last_period_end
    from current_results where mark is null group by all
)
select partners.code as partner, partners.name as partner_name, kind, partnership_types, joined, agreement, agreement_end,
    date_diff('day', $as_of::date, agreement_end) as days_left,
    case when agreement_end < $as_of::date then 'ended' when agreement_end <= $as_of::date + $remind_days::integer then 'ending'
         when agreement_end is not null then 'valid' when agreement is not null then 'open' else 'none' end as standing,
    focus, partners.place, coalesce(current_places.name, partners.place) as place_name, left(current_places.code, 2) as province,
    acting.programmes, acting.activities, reporting.indicators, reporting.last_period_end
from current_partners as partners
left join current_places on current_places.place = partners.place
left join acting on acting.partner = partners.code
left join reporting on reporting.partner = partners.code
order by partners.name;
