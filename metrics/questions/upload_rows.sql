-- one row per kind of sheet that upload $upload filled: its rows; of indicators, targets and results also how many of
-- them count now, and of those how many have another live upload behind them, whose figure would count again after an undo
with
whole as (
    select 'programmes' as sheet_key, count(*) as stored from programmes where upload_id = $upload
    union all select 'partners', count(*) from partners where upload_id = $upload
    union all select 'indicators', count(*) from indicators where upload_id = $upload
    union all select 'targets', count(*) from targets where upload_id = $upload
    union all select 'results', count(*) from results where upload_id = $upload
    union all select 'feedback', count(*) from feedback where upload_id = $upload
    union all select 'activities', count(*) from activities where upload_id = $upload
    union all select 'contributions', count(*) from contributions where upload_id = $upload
    union all select 'survey', count(*) from survey where upload_id = $upload
),
counting as (
    select 'indicators' as sheet_key, exists (
        select 1 from indicators as other
        where other.code = mine.code and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    ) as is_backed
    from current_indicators as mine
    where mine.upload_id = $upload
    union all
    select 'targets', exists (
        select 1 from targets as other
        where other.indicator = mine.indicator and other.period = mine.period and other.value is not null
          and other.partner is not distinct from mine.partner and other.place is not distinct from mine.place
          and other."group" is not distinct from mine."group"
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_targets as mine
    where mine.upload_id = $upload
    union all
    select 'results', exists (
        select 1 from results as other
        where other.indicator = mine.indicator and other.period = mine.period
          and (other.value is not null or other.numerator is not null or other.mark is not null)
          and other.partner is not distinct from mine.partner and other.place is not distinct from mine.place
          and other."group" is not distinct from mine."group"
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_results as mine
    where mine.upload_id = $upload
)
select sheet_key, stored, counting.counted, counting.backed
from whole
left join (
    select sheet_key, count(*) as counted, count(*) filter (is_backed) as backed
    from counting
    group by sheet_key
) as counting using (sheet_key)
where stored > 0;
