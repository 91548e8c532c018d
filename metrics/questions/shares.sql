-- one row per share in the lists: the share, its interval, and whether it differs from the row before
with
asked as (
    select generate_subscripts($hits::double[], 1) as place, unnest($hits::double[]) as hits, unnest($n::double[]) as n
)
select
    hits / nullif(n, 0) as share, wilson_low(hits, n) as low, wilson_high(hits, n) as high,
    change_word(newcombe_low(hits, n, lag(hits) over (order by place), lag(n) over (order by place)),
        newcombe_high(hits, n, lag(hits) over (order by place), lag(n) over (order by place))) as change
from asked
order by place;
