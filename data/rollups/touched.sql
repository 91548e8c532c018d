-- one row per indicator, partner and place that upload $upload tells of, where its results may be rolled up in part: the
-- indicator was rolled up before, and the upload changes neither its definition nor its targets. What is made anew are
-- the units whose partner and whose place are among these
create or replace temp table touched_units as
select distinct indicator, partner, place
from results
where upload_id = $upload
  and indicator in (select unnest($indicators::varchar[]))
  and indicator in (select indicator from rollup_spans)
  and indicator not in (select indicator from targets where upload_id = $upload)
  and indicator not in (select code from indicators where upload_id = $upload)
  -- where the upload is most of what there is, the whole is as quick
  and (select count(*) from results where upload_id = $upload) * 4 < (select count(*) from results);
