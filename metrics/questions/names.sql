-- one row per partner, place, indicator and programme: the names people know them by
select 'partner' as kind, code, name, name as name_en
from current_partners
union all
select 'place' as kind, place as code, name, name as name_en
from current_places
union all
select 'indicator' as kind, code, name, coalesce(name_en, name) as name_en
from current_indicators
union all
select 'programme' as kind, code, name, coalesce(name_en, name) as name_en
from current_programmes;
