-- one row per activity, with the cell that it stands in
select partner, current_partners.name as partner_name, activity, sector, activities.place,
    coalesce(current_places.name, activities.place) as place_name, left(current_places.code, 2) as province,
    activities."start", activities."end", people_group, planned, reached, activities.status, programme,
    case when activities.status is not null then activities.status
         when activities."start" > $as_of::date then 'planned'
         when activities."end" < $as_of::date then 'done' else 'ongoing' end as standing,
    uploads.file_name, activities.sheet, upload_columns.column_letters || activities.row_number as cell
from current_activities as activities
left join current_partners on current_partners.code = activities.partner
left join current_places on current_places.place = activities.place
left join uploads on uploads.upload_id = activities.upload_id
left join upload_columns on upload_columns.upload_id = activities.upload_id and upload_columns.sheet = activities.sheet
    and upload_columns.sheet_key = 'activities' and upload_columns.field = 'activity'
where ($partner::varchar is null or partner = $partner) and ($programme::varchar is null or programme = $programme)
  and ($place::varchar is null or activities.place = $place or starts_with(activities.place, $place || '.'))
order by activities."start", place_name, activity, partner;
