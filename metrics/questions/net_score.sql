-- one row: the net score of these answers, and the half-width of its interval
select net_score($promoters::double, $passives::double, $detractors::double) as score,
    net_score_margin($promoters::double, $passives::double, $detractors::double, z := $z::double) as margin;
