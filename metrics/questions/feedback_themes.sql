-- one row per theme, and first one for all: what people say, whether they were answered by that day, and told back
with
spelled as (  -- a theme as most senders spell it; as the codebook has it where only coders named it
    select written_theme as key, mode(theme) as spelling from heard where written_theme is not null group by all
),
named as (
    select *, unnest(themes) as key, false as is_total from heard
    union all
    select *, null, true from heard
),
waits as (  -- Kaplan–Meier, as metrics/loop.py: who has no answer yet waits longer than so far
    select is_total, key, case when is_answered then days else waited end as wait,
        count(*) filter (is_answered) as answers, count(*) as leaving
    from named
    where case when is_answered then days else waited end is not null
    group by all
),
falling as (
    select *, 1 - answers / sum(leaving) over (partition by is_total, key order by wait desc) as stays from waits
),
still_waiting as (
    select *, product(stays) over (partition by is_total, key order by wait) as share from falling
),
halves as (
    select is_total, key, min(wait)::double as median_days from still_waiting
    where answers > 0 and share <= 0.5 + 1e-12 group by all
)
select
    coalesce(spelling, ($codebook).labels[list_position(($codebook).themes, named.key)], named.key) as theme,
    named.is_total, count(*)::integer as entries,
    count(*) filter (rating <= 2)::integer as negative, count(*) filter (rating > 2 and rating < 4)::integer as neutral,
    count(*) filter (rating >= 4)::integer as positive,
    count(*) filter (is_answered)::integer as answered, count(*) filter (told_back)::integer as told_back,
    count(*) filter (is_answered) / count(*) as answered_share, count(*) filter (told_back) / count(*) as told_back_share,
    any_value(halves.median_days) as median_days, count(*) filter (not is_answered)::integer as open,
    count(*) filter (not is_answered and waited > $answer_within_days)::integer as overdue,
    named.key, coalesce(list_contains(($codebook).sensitive, named.key), false) as is_sensitive
from named
left join spelled on spelled.key = named.key
left join halves on halves.is_total = named.is_total and halves.key is not distinct from named.key
group by named.is_total, named.key, spelling
having count(*) > 0
order by named.is_total desc, entries desc, theme;
