-- one row per figure in the lists, in their order: the file and the cell that it stands in
with
asked as (
    select generate_subscripts($uploads::integer[], 1) as place, unnest($uploads::integer[]) as upload_id,
        unnest($sheets::varchar[]) as sheet, unnest($rows::integer[]) as row_number,
        unnest($cells::varchar[]) as value_cell, unnest($sheet_keys::varchar[]) as sheet_key,
        unnest($fields::varchar[]) as field
)
select asked.place, any_value(uploads.file_name) as file_name, any_value(asked.sheet) as sheet,
    any_value(coalesce(asked.value_cell, upload_columns.column_letters || asked.row_number::varchar)) as cell
from asked
join uploads on asked.upload_id = uploads.upload_id
left join upload_columns
  on asked.upload_id = upload_columns.upload_id and asked.sheet = upload_columns.sheet
 and asked.sheet_key = upload_columns.sheet_key and asked.field = upload_columns.field
group by asked.place
order by asked.place;
