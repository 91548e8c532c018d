-- one row per survey round and factor: mean, spread and how many partners answered
select round, factor, avg(score) as mean, min(score) as lowest, max(score) as highest,
    count(distinct partner)::integer as partners
from current_survey
where score is not null
group by round, factor
order by round, factor;
