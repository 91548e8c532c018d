-- one row per corrected cell of an erased entry: gone
delete from upload_corrections
where exists (
    select 1 from same_entries
    where same_entries.upload_id = upload_corrections.upload_id and same_entries.sheet = upload_corrections.sheet
      and regexp_extract(upload_corrections.cell, '[0-9]+$') = same_entries.row_number::varchar
);
