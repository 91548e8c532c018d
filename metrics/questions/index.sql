-- one row: the index of the shares in the lists, the part of their weights that is known, and the worst one
with
parts as (
    select unnest($names::varchar[]) as name, unnest($shares::double[]) as share, unnest($weights::double[]) as weight
)
select
    index_of(share, weight, $enough::double) as value, index_coverage(share, weight) as coverage,
    sum(share * weight) filter (share is not null) / nullif(sum(weight) filter (share is not null), 0) as uncapped,
    case when count(share) = count(*) then case when min(share) <= 0 then 0.0
        else exp(sum(ln(greatest(share, 1e-300)) * weight) / nullif(sum(weight), 0)) end end as geometric,
    min(share) as worst, arg_min(name, share) as worst_name, count(share)::integer as known, count(*)::integer as parts
from parts;
