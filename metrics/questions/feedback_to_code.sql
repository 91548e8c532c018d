-- one row per feedback entry that has words, the newest first: what a coder sees, and what this coder said of it last
select
    current_feedback.entry,
    current_feedback.upload_id, current_feedback.sheet, current_feedback.row_number,
    "date", current_feedback.place, coalesce(current_places.name, current_feedback.place) as place_name, channel, sex, age, rating, "text", theme,
    coalesce(consent, false) as consent,
    current_codes.themes as coded,
    approved_quotes.entry is not null as is_approved
from current_feedback
left join current_places on current_feedback.place = current_places.place
left join current_codes
  on current_codes.entry = current_feedback.entry
 and current_codes.coder = $coder
left join approved_quotes
  on approved_quotes.entry = current_feedback.entry
where "text" is not null
order by "date" desc, current_feedback.upload_id desc, current_feedback.row_number;
