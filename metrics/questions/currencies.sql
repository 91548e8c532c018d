-- one row per currency that contributions are stated in, the one with most rows first; blank where none was stated
select coalesce(currency, '') as currency, count(*)::integer as entries
from current_contributions
where $as_of::date is null or period_start is null or period_start <= $as_of::date
group by all
order by entries desc, currency;
