-- one row per indicator, period and unit (partner, place) that upload $upload tells of, of indicators that may be rolled up
-- in part: they were rolled up before, and the upload changes neither their definition nor their targets. results: how many
-- of its figures count, a blank cell being none
create or replace temp table told as
select indicator, period, period_kind, period_start, period_end, partner, place,
    count(*) filter (value is not null or numerator is not null or mark is not null) as results
from results
where upload_id = $upload
  and indicator in (select unnest($indicators::varchar[]))
  and indicator in (select indicator from rollup_spans)
  and indicator not in (select indicator from targets where upload_id = $upload)
  and indicator not in (select code from indicators where upload_id = $upload)
group by all;
