-- one row per feedback entry of the upload: new, told by an earlier upload already, or that with an answer since (or
-- another theme, rating, consent …)
with
numbered as (
    select *, row_number() over (partition by "date", place, partner, channel, "text" order by sheet, row_number) as nth
    from new_feedback
)
select
    staged.sheet, staged.row_number, null::varchar as value_cell, staged.indicator, null::varchar as period,
    staged.partner, staged.place, null::varchar as "group",
    case
        when ledger.entry is null then 'new'
        when (staged.answered_on, staged.status, staged.told_back, staged.theme, staged.rating, staged.consent,
              staged.programme, staged.indicator, staged.sex, staged.age)
             is not distinct from
             (ledger.answered_on, ledger.status, ledger.told_back, ledger.theme, ledger.rating, ledger.consent,
              ledger.programme, ledger.indicator, ledger.sex, ledger.age)
            then 'unchanged'
        else 'changed'
    end as consequence,
    null::double as old_value, null::double as new_value,
    concat_ws(' · ', ledger.status, ledger.answered_on::varchar, ledger.theme) as old_text,
    concat_ws(' · ', staged.status, staged.answered_on::varchar, staged.theme) as new_text
from numbered as staged
left join current_feedback as ledger
  on ledger.entry
   = feedback_entry(staged."date", staged.place, staged.partner, staged.channel, staged."text", staged.nth);
