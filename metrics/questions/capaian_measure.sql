-- one row: the capaian of an actual against its target
select capaian($actual::double, $target::double, null::double, null::double, $direction) as capaian;
