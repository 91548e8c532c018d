-- one row per stored version of the definition of $indicator (none, but for undone uploads, is ever left out), the oldest first
with
versions as (
    select indicators.*, row_number() over (partition by indicators.upload_id order by row_number desc) = 1 as is_last_of_file
    from indicators
    where code = $indicator and indicators.upload_id in (select upload_id from live_uploads)
),
said as (
    select upload_id, any_value(reason) as reason, any_value(note) as note, any_value(changed_by) as given_by
    from target_changes
    where indicator = $indicator and reason is not null
    group by upload_id
)
select versions.* exclude (is_last_of_file, "key"), uploads.file_name, uploads.stored_at, uploads.stored_by,
    said.reason, said.note, said.given_by,
    (select column_letters from upload_columns
     where upload_columns.upload_id = versions.upload_id and upload_columns.sheet = versions.sheet
       and sheet_key = 'indicators' and field = 'code' limit 1) || versions.row_number::varchar as cell
from versions
join uploads on versions.upload_id = uploads.upload_id
left join said on versions.upload_id = said.upload_id
where is_last_of_file
order by versions.upload_id;
