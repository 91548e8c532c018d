-- one row per code and approval of an erased entry: gone
delete from feedback_codes
where exists (
    select 1 from same_entries
    where same_entries.upload_id = feedback_codes.upload_id and same_entries.sheet = feedback_codes.sheet
      and same_entries.row_number = feedback_codes.row_number
);
delete from quote_decisions
where exists (
    select 1 from same_entries
    where same_entries.upload_id = quote_decisions.upload_id and same_entries.sheet = quote_decisions.sheet
      and same_entries.row_number = quote_decisions.row_number
);
-- one row per kept report that may quote an erased entry: its file goes, its figures stay
update kept_reports set content = null
where exists (
    select 1 from same_entries
    join feedback using (upload_id, sheet, row_number)
    where list_contains(kept_reports.quoted, md5(feedback."text"))
);
