-- one row: do the parts of one dimension add up to their total, and is any above it? a hair apart is rounding
with
given as (select unnest($parts::double[]) as part)
select
    sum(part) as sum_of_parts, parts_differ(sum(part), $total::double) as is_incomplete,
    coalesce(bool_or(part > $total::double), false) as has_part_above,
    coalesce(sum(part) > $total::double + 1e-9 * abs($total::double), false) as is_above
from given;
