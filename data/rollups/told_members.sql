-- one row per unit that the upload tells of, as stored, and one more per group of people that is told apart in it
create or replace temp table told_members as
select rollup_members.*
from rollup_members
join (select distinct indicator, partner, place from told) as units
  on rollup_members.indicator = units.indicator and rollup_members.partner is not distinct from units.partner
 and rollup_members.place is not distinct from units.place;
