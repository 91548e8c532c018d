-- keep the units, under the numbers that `unit_figures` knows them by
insert into rollup_members by name
select $by_group as by_group, unit, indicator, partner, place, "group", first_day, has_reported, is_reporter
from unit_members;
