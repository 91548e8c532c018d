-- one row per erased entry: gone
delete from feedback
where exists (
    select 1 from same_entries
    where same_entries.upload_id = feedback.upload_id and same_entries.sheet = feedback.sheet
      and same_entries.row_number = feedback.row_number
);
