-- one row: the difference of two shares, its interval, and the word for it
select $hits::double / nullif($n::double, 0) - $other_hits::double / nullif($other_n::double, 0) as difference,
    newcombe_low($hits::double, $n::double, $other_hits::double, $other_n::double, z := $z::double) as low,
    newcombe_high($hits::double, $n::double, $other_hits::double, $other_n::double, z := $z::double) as high,
    change_word(low, high) as word;
