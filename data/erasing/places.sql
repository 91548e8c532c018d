-- one row per place without a code that only erased entries of its upload named: gone
delete from places
where code is null
  and exists (
    select 1 from same_entries
    where same_entries.upload_id = places.upload_id and same_entries.place = places.place
  )
  and not exists (
    select 1 from feedback
    where feedback.upload_id = places.upload_id and feedback.place = places.place
      and not exists (
        select 1 from same_entries
        where same_entries.upload_id = feedback.upload_id and same_entries.sheet = feedback.sheet
          and same_entries.row_number = feedback.row_number
      )
  )
  and not exists (select 1 from results where results.upload_id = places.upload_id and results.place = places.place)
  and not exists (select 1 from targets where targets.upload_id = places.upload_id and targets.place = places.place)
  and not exists (select 1 from activities where activities.upload_id = places.upload_id and activities.place = places.place)
  and not exists (select 1 from needs where needs.upload_id = places.upload_id and needs.place = places.place)
  and not exists (select 1 from partners where partners.upload_id = places.upload_id and partners.place = places.place);
