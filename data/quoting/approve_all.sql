-- one row per entry of an upload that was given with consent: approved as a quote
insert into quote_decisions
select (select coalesce(max(decision_id), 0) from quote_decisions) + row_number() over (order by sheet, row_number),
    upload_id, sheet, row_number, $by, $now, 'approved'
from feedback
where upload_id = $upload and consent;
