-- one row per partner, programme, kind and currency: pledged and delivered; a delivery that nobody reported is not zero
select partner, programme, kind, currency, sum(pledged) as pledged, sum(delivered) as delivered,
    sum(delivered) filter (pledged is not null) / nullif(sum(pledged) filter (delivered is not null), 0) as delivered_share,
    count(*)::integer as entries, count(*) filter (delivered is null)::integer as not_reported,
    string_agg(distinct valuation, '; ' order by valuation) as valuation,
    sum(delivered) filter (kind <> 'money' and valuation is null) as without_valuation
from current_contributions
where ($programme::varchar is null or programme = $programme) and ($partner::varchar is null or partner = $partner)
  and ($currency::varchar is null or coalesce(currency, '') = $currency)
  -- of a day: what belongs to periods that had begun by then, as in programme_money.sql
  and ($as_of::date is null or period_start is null or period_start <= $as_of::date)
group by partner, programme, kind, currency
order by partner, programme, kind, currency;
