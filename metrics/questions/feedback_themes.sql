-- one row per theme, and first one for all: what people say, whether they were answered by that day, and told back
with
entries as (
    select * from voices_heard($as_of, $programme, $indicator, $partner, $place, $theme, $codebook)
),
spelled as (  -- a theme as most senders spell it; as the codebook has it where only coders named it
    select written_theme as key, mode(theme) as spelling from entries where written_theme is not null group by all
),
named as (
    select *, unnest(themes) as key, false as is_total from entries
    union all
    select *, null, true from entries
)
select
    coalesce(spelling, ($codebook).labels[list_position(($codebook).themes, key)], key) as theme,
    is_total, count(*)::integer as entries,
    count(*) filter (rating <= 2)::integer as negative, count(*) filter (rating > 2 and rating < 4)::integer as neutral,
    count(*) filter (rating >= 4)::integer as positive,
    count(*) filter (is_answered)::integer as answered, count(*) filter (told_back)::integer as told_back,
    count(*) filter (is_answered) / count(*) as answered_share, count(*) filter (told_back) / count(*) as told_back_share,
    median(days) as median_days, count(*) filter (not is_answered)::integer as open,
    count(*) filter (not is_answered and waited > $answer_within_days)::integer as overdue,
    key, coalesce(list_contains(($codebook).sensitive, key), false) as is_sensitive
from named
left join spelled using (key)
group by is_total, key, spelling
having count(*) > 0
order by is_total desc, entries desc, theme;
