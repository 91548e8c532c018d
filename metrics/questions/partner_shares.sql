-- one row per partner and dimension of weight: what it gave, led, said and decided; null where nobody counted
with
leads as (
    select partners.code as partner, count(*)::double as value
    from current_programmes as programmes
    join current_partners as partners
      on lower(trim(programmes.lead)) in (lower(trim(partners.code)), lower(trim(partners.name)))
    group by all
),
dimensions as (
    select 'money' as dimension, partner, sum(delivered) as value from current_contributions
    where kind = 'money' and coalesce(currency, '') = $currency and (period_start is null or period_start <= $as_of::date) group by all
    union all
    select 'in_kind', partner, sum(delivered) from current_contributions
    where kind <> 'money' and coalesce(currency, '') = $currency and (period_start is null or period_start <= $as_of::date) group by all
    union all
    select 'lead', partner, value from leads
    union all
    select 'activities', partner, count(*)::double from current_activities
    where status is distinct from 'cancelled' and "start" <= $as_of::date group by all
    union all
    select 'speaking', partner, sum(speaking_minutes) from current_participation where "date" <= $as_of::date group by all
    union all
    select 'decisions', partner, sum(decisions) from current_participation where "date" <= $as_of::date group by all
),
known as (select distinct dimension from dimensions where value is not null),
everyone as (select code as partner, name from current_partners union select partner, partner from dimensions where partner not in (select code from current_partners))
-- a partner that a counted dimension does not name has none of it: zero, not unknown
select everyone.partner, everyone.name as partner_name, known.dimension, coalesce(sum(dimensions.value), 0) as value
from everyone
cross join known
left join dimensions on dimensions.partner = everyone.partner and dimensions.dimension = known.dimension
group by all
order by known.dimension, everyone.partner;
