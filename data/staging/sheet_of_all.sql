-- one row per indicator that stands on several sheets of the upload, on some without a partner or place and on others with one
with
given as (
    select 'targets' as what, sheet, indicator, partner, place from staged_targets where indicator is not null
    union all
    select 'results', sheet, indicator, partner, place from staged_results where indicator is not null
)
select what, indicator
from given
group by what, indicator
having count(distinct sheet) > 1 and (count(partner) not in (0, count(*)) or count(place) not in (0, count(*)));
