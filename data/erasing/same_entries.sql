-- one row per entry to erase: those asked for, and the same entry in every other upload
create or replace temp table same_entries as
with asked as (
    select feedback.* from feedback
    join wanted_entries using (upload_id, sheet, row_number)
)
select distinct feedback.upload_id, feedback.sheet, feedback.row_number
from feedback
join asked
  on feedback."date" = asked."date" and feedback."text" is not distinct from asked."text"
 and feedback.place is not distinct from asked.place and feedback.partner is not distinct from asked.partner;
