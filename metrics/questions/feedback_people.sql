-- one row per sex, age as written and opinion (negative 1 to 2, neutral 3, positive 4 to 5, none): how many voices
select
    sex, age,
    case when rating <= 2 then 'negative' when rating < 4 then 'neutral' when rating >= 4 then 'positive' else 'none' end as opinion,
    count(*)::integer as entries
from heard
group by all
order by all;
