-- one row per kind of sheet that upload $upload filled: its rows; also how many of
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
    union all select 'needs', count(*) from needs where upload_id = $upload
    union all select 'campaigns', count(*) from campaigns where upload_id = $upload
    union all select 'participation', count(*) from participation where upload_id = $upload
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
    union all
    select 'programmes', exists (
        select 1 from programmes as other
        where other.code is not distinct from mine.code
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_programmes as mine
    where mine.upload_id = $upload
    union all
    select 'partners', exists (
        select 1 from partners as other
        where other.code is not distinct from mine.code
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_partners as mine
    where mine.upload_id = $upload
    union all
    select 'feedback', exists (
        select 1 from told_feedback as other
        where other.entry = mine.entry
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_feedback as mine
    where mine.upload_id = $upload
    union all
    select 'activities', exists (
        select 1 from activities as other
        where other.partner is not distinct from mine.partner
          and other.activity is not distinct from mine.activity
          and other.place is not distinct from mine.place
          and other."start" is not distinct from mine."start"
          and other.people_group is not distinct from mine.people_group
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_activities as mine
    where mine.upload_id = $upload
    union all
    select 'contributions', exists (
        select 1 from contributions as other
        where other.partner is not distinct from mine.partner
          and other.programme is not distinct from mine.programme
          and other.period is not distinct from mine.period
          and other.kind is not distinct from mine.kind
          and other.currency is not distinct from mine.currency
          and other.valuation is not distinct from mine.valuation
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_contributions as mine
    where mine.upload_id = $upload
    union all
    select 'survey', exists (
        select 1 from survey as other
        where other.round is not distinct from mine.round
          and other.partner is not distinct from mine.partner
          and other.factor is not distinct from mine.factor
          and other.respondent is not distinct from mine.respondent
          and other.upload_id <> $upload and other.upload_id in (select upload_id from live_uploads)
    )
    from current_survey as mine
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
