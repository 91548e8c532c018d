-- one row per result that upload $upload tells, of the indicators of which it is added to what is kept
create or replace temp table asked_rows as
select upload_id, row_number, indicator, period, period_start, period_end, partner, place, "group",
    value, numerator, denominator, mark
from results
where upload_id = $upload and indicator in (select indicator from rolled)
  and indicator not in (select indicator from recounted);
