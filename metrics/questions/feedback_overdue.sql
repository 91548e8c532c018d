-- one row per entry that waits longer than the standard, the longest first: where it stands, never what was said
select
    current_feedback.upload_id, current_feedback.sheet, current_feedback.row_number,
    "date", coalesce(current_places.name, current_feedback.place) as place_name, programme, partner, channel, theme, status,
    date_diff('day', "date", $as_of::date)::integer as days
from current_feedback
left join current_places on current_feedback.place = current_places.place
where "date" <= $as_of::date and answered_on is null and coalesce(status not in ('answered', 'closed'), true)
  and date_diff('day', "date", $as_of::date) > $answer_within_days
  and not coalesce(list_contains($sensitive::varchar[], lower(theme)), false)
  and ($programme::varchar is null or programme = $programme) and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner) and ($place::varchar is null or current_feedback.place = $place)
  and ($theme::varchar is null or theme = $theme)
order by days desc, "date", current_feedback.upload_id, current_feedback.row_number;
