-- one row per place and theme, without the sensitive: voices, complaints (rated 1 or 2), praise (4 or 5), rated at all;
-- the row with theme NULL and is_place counts each voice of the place once
with
open_voices as (
    select place, themes, rating
    from heard
    where not is_sensitive
),
named as (
    select place, unnest(themes) as theme, rating, false as is_place from open_voices
    union all
    select place, null, rating, true from open_voices
)
select
    place, theme, is_place, count(*)::integer as entries,
    count(*) filter (rating <= 2)::integer as negative, count(*) filter (rating >= 4)::integer as positive,
    count(*) filter (rating is not null)::integer as rated
from named
group by all
order by all;
