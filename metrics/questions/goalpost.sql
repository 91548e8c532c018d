-- one row: a figure between two goalposts
select between_goalposts($figure::double, $low::double, $high::double) as on_straight_scale,
    between_goalposts_log($figure::double, $low::double, $high::double) as on_log_scale;
