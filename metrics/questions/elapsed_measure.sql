-- one row: the share of the time that has passed on a day
select elapsed($first::date, $last::date, $day::date) as elapsed;
