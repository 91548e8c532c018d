-- one row per warning that quotes a cell of an erased entry, or its words or its place: gone
delete from upload_warnings
where exists (
    select 1 from same_entries
    where same_entries.upload_id = upload_warnings.upload_id and same_entries.sheet = upload_warnings.sheet
      and (regexp_extract(upload_warnings.cell, '[0-9]+$') = same_entries.row_number::varchar
        or list_bool_or(list_transform(same_entries.quoted, lambda said: contains(upload_warnings.params, said))))
);
