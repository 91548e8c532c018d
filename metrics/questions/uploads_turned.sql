-- one row per indicator, upload that counts now and did not by event $event (or the other way round), what of it, and period
with
counted_then as (
    select upload_id
    from (select upload_id, arg_max(event, event_id) as event from upload_events where event_id <= $event group by upload_id)
    where event <> 'undone'
),
turned as (
    select upload_id, file_name, upload_id in (select upload_id from live_uploads) as counts_now
    from uploads
    where (upload_id in (select upload_id from live_uploads)) <> (upload_id in (select upload_id from counted_then))
),
newest as (
    select upload_id, arg_max(upload_events, event_id) as said
    from upload_events
    where event_id > $event
    group by upload_id
),
touched as (
    select distinct upload_id, indicator, 'result' as what, period_start, period_end
    from results
    where $partner::varchar is null or partner = $partner
    union all
    select distinct upload_id, indicator, 'target', period_start, period_end
    from targets
    where $partner::varchar is null or partner = $partner
    union all
    select distinct upload_id, code, 'definition', null, null from indicators
),
given as (
    select upload_id, indicator, first(reason) filter (reason is not null) as reason, first(note) filter (note is not null) as note
    from target_changes
    group by upload_id, indicator
)
select
    touched.indicator, touched.upload_id, turned.file_name, turned.counts_now, what, period_start, period_end,
    newest.said.event as event, newest.said.happened_at as happened_at, newest.said.done_by as done_by,
    newest.said.reason as event_reason, newest.said.note as event_note, given.reason as change_reason, given.note as note
from touched
join turned using (upload_id)
join newest using (upload_id)
left join given using (upload_id, indicator)
order by touched.indicator, touched.upload_id, what, period_start;
