-- one row per thing that happened to an upload (stored, undone, restored), the newest first
select event_id, upload_events.upload_id, file_name, is_sample, rows_stored, event, happened_at, done_by, reason
from upload_events
join uploads on upload_events.upload_id = uploads.upload_id
order by event_id desc;
