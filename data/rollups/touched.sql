-- one row per indicator, partner and place that upload $upload tells of, where its results may be rolled up in part: the
-- indicator was rolled up before, and the upload changes neither its definition nor its targets, nor brings a unit that
-- is new. What is made anew are the units whose partner and whose place are among these
create or replace temp table touched_units as
with
with_new_units as (
    select distinct told.indicator
    from results as told
    left join rollup_members as known
      on not known.by_group and told.indicator = known.indicator
     and told.partner is not distinct from known.partner and told.place is not distinct from known.place
    where told.upload_id = $upload and known.indicator is null
)
select distinct indicator, partner, place
from results
where upload_id = $upload
  and indicator in (select unnest($indicators::varchar[]))
  and indicator in (select indicator from rollup_spans)
  and indicator not in (select indicator from targets where upload_id = $upload)
  and indicator not in (select code from indicators where upload_id = $upload)
  and indicator not in (select indicator from with_new_units)
  -- where the upload is most of what there is, the whole is as quick
  and (select count(*) from results where upload_id = $upload) * 4 < (select count(*) from results);
