-- one row per programme, partner and place that a filter can name
select 'programme' as kind, code, name, coalesce(name_en, name) as name_en
from current_programmes
union all
select 'partner' as kind, code, name, name as name_en
from current_partners
union all
select 'place' as kind, place as code, name, name as name_en
from current_places
where place in (select place from current_results union select place from current_targets)
order by kind, name;
