-- one row per partner, programme, kind and currency: pledged and delivered
select partner, programme, kind, currency, sum(pledged) as pledged, sum(delivered) as delivered,
    sum(delivered) / nullif(sum(pledged), 0) as delivered_share, count(*)::integer as entries
from current_contributions
where ($programme::varchar is null or programme = $programme)
group by partner, programme, kind, currency
order by partner, programme, kind, currency;
