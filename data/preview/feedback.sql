-- one row per feedback entry of the upload: new, told by an earlier upload already, or that with an answer since (or
-- another theme, rating, consent …). A short answer that tells its sex or age is the one that the ledger has without
-- them, and the other way round
with
known as (select *, feedback_who("text", sex, age) as who from new_feedback),
numbered as (
    select *, row_number() over (
        partition by "date", place, partner, channel, "text", who order by sheet, row_number) as nth
    from known
),
keyed as (
    select *, feedback_entry("date", place, partner, channel, "text", who, nth) as entry,
        feedback_entry("date", place, partner, channel, "text", null, 1) as said
    from numbered
),
ledger as (
    select *, feedback_who("text", sex, age) as who,
        feedback_entry("date", place, partner, channel, "text", null, 1) as said
    from current_feedback
),
left_in_file as (
    select entry, said, who is null as is_unnamed,
        row_number() over (partition by said, who is null order by entry) as place_in_group
    from keyed anti join ledger using (entry)
),
left_in_ledger as (
    select entry, said, who is null as is_unnamed,
        row_number() over (partition by said, who is null order by entry) as place_in_group
    from ledger anti join keyed using (entry)
),
met as (
    select left_in_file.entry, left_in_ledger.entry as as_told
    from left_in_file
    join left_in_ledger
      on left_in_file.said = left_in_ledger.said
     and left_in_file.is_unnamed <> left_in_ledger.is_unnamed
     and left_in_file.place_in_group = left_in_ledger.place_in_group
)
select
    staged.sheet, staged.row_number, null::varchar as value_cell, staged.indicator, null::varchar as period,
    staged.partner, staged.place, null::varchar as "group",
    case
        when ledger.entry is null then 'new'
        when met.as_told is not null and staged.who is null then 'unchanged'  -- the fuller one of the ledger stays
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
from keyed as staged
left join met on staged.entry = met.entry
left join ledger on ledger.entry = coalesce(met.as_told, staged.entry);
