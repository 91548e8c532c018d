-- one row per currency that contributions are stated in, the one with most rows first; blank where none was stated
select coalesce(currency, '') as currency, count(*)::integer as entries
from current_contributions
group by all
order by entries desc, currency;
