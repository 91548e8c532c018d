-- one row per indicator: upload, sheet and row of the definition that counts
select code, upload_id, sheet, row_number from current_indicators;
