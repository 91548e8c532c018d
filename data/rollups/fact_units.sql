-- one row per indicator and unit that reported: partner, place and, with $by_group, group
create or replace temp table fact_units as
select row_number() over ()::integer as unit, *
from (
    select distinct indicator, partner, place, case when $by_group then "group" end as "group"
    from facts
    where not $by_group or "group" is not null
);
