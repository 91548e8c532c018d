-- one row: the band that a fraction falls into
select band_of($fraction::double, $froms::double[], $included::boolean[], $names::varchar[]) as band;
