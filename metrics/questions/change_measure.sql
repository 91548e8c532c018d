-- one row: the change of a figure against the former one
select percent_change($figure::double, $former::double) as change;
