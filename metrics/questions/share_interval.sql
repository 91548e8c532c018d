-- one row: a share of people asked, and its interval; NULL where nobody was asked
select $hits::double / nullif($n::double, 0) as share,
    wilson_low($hits::double / $design_effect, $n::double / $design_effect, z := $z::double) as low,
    wilson_high($hits::double / $design_effect, $n::double / $design_effect, z := $z::double) as high;
