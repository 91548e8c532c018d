-- one row: what was delivered in one currency, in money and in kind
select sum(delivered) filter (kind = 'money') as money, sum(delivered) filter (kind <> 'money') as in_kind,
    in_kind_share(coalesce(sum(delivered) filter (kind <> 'money'), 0), coalesce(sum(delivered) filter (kind = 'money'), 0)) as in_kind_share,
    coalesce(sum(delivered) filter (kind <> 'money' and valuation is null), 0) as without_valuation
from current_contributions
where coalesce(currency, '') = $currency and ($programme::varchar is null or programme = $programme)
  and ($partner::varchar is null or partner = $partner)
  and ($as_of::date is null or period_start is null or period_start <= $as_of::date);
