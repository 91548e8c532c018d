-- one row per indicator and place: the largest figure of one partner there, and the plain sum of all
with
figures as (
    select unnest($indicators::varchar[]) as indicator, unnest($places::varchar[]) as place,
        unnest($partners::varchar[]) as partner, unnest($people::double[]) as people
)
select indicator, place, max(people) as largest, sum(people) as gross, count(distinct partner)::integer as partners
from figures
where people is not null
group by indicator, place
order by indicator, place;
