-- one row per feedback entry that has words, the newest first: what a coder sees, and what this coder said of it last
select
    feedback_entry("date", current_feedback.place, partner, channel, "text") as entry,
    current_feedback.upload_id, current_feedback.sheet, current_feedback.row_number,
    "date", current_feedback.place, coalesce(current_places.name, current_feedback.place) as place_name, channel, sex, age, rating, "text", theme,
    coalesce(consent, false) as consent,
    current_codes.themes as coded,
    approved_quotes.entry is not null as is_approved
from current_feedback
left join current_places on current_feedback.place = current_places.place
left join current_codes
  on current_codes.entry = feedback_entry("date", current_feedback.place, current_feedback.partner, current_feedback.channel, "text")
 and current_codes.coder = $coder
left join approved_quotes
  on approved_quotes.entry = feedback_entry("date", current_feedback.place, current_feedback.partner, current_feedback.channel, "text")
where "text" is not null
order by "date" desc, current_feedback.upload_id desc, current_feedback.row_number;
