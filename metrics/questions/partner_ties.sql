-- one row per pair of partners that act in the same programme: in how many programmes, and in how many places of them
with
acts as (
    select partner, programme, place from current_activities
    where status is distinct from 'cancelled' and "start" <= $as_of::date
    union
    select results.partner, indicators.programme, results.place
    from current_results as results
    join current_indicators as indicators on indicators.code = results.indicator
    where results.mark is null and results.period_start <= $as_of::date
    union
    select partner, programme, null from current_contributions where delivered > 0 and (period_start is null or period_start <= $as_of::date)
    union
    select partners.code, programmes.code, null
    from current_programmes as programmes
    join current_partners as partners on lower(trim(programmes.lead)) in (lower(trim(partners.code)), lower(trim(partners.name)))
),
members as (select distinct partner, programme from acts where partner is not null and programme is not null),
together as (
    select one.partner, other.partner as other_partner, count(*)::integer as programmes,
        string_agg(one.programme, ', ' order by one.programme) as together
    from members as one
    join members as other on one.programme = other.programme and one.partner < other.partner
    group by all
),
side_by_side as (
    select one.partner, other.partner as other_partner, count(*)::integer as places
    from acts as one
    join acts as other on one.programme = other.programme and one.place = other.place and one.partner < other.partner
    group by all
)
select together.partner, together.other_partner, programmes, coalesce(places, 0)::integer as places, together
from together
left join side_by_side on side_by_side.partner = together.partner and side_by_side.other_partner = together.other_partner
order by together.partner, together.other_partner;
