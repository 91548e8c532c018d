-- one row per change of a target or baseline of an indicator by an upload, the newest first; `is_live` is false after an undo
select
    target_changes.changed_at, target_changes.field, target_changes.period, target_changes.partner,
    coalesce(current_places.name, target_changes.place) as place, target_changes."group",
    target_changes.old_value, target_changes.new_value, target_changes.reason, target_changes.note, target_changes.changed_by,
    target_changes.upload_id, uploads.file_name,
    target_changes.upload_id in (select upload_id from live_uploads) as is_live
from target_changes
join uploads on target_changes.upload_id = uploads.upload_id
left join current_places on target_changes.place = current_places.place
where target_changes.indicator = $indicator
order by target_changes.changed_at desc, target_changes.upload_id desc, target_changes.field, target_changes.period
limit 200;
