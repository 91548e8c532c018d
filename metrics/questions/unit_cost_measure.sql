-- one row: the cost of one output
select unit_cost($cost::double, $outputs::double) as unit_cost;
