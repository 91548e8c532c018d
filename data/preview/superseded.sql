-- one row per earlier upload: how many of its figures and definitions that count now this upload takes the place of
with
known as (select *, feedback_who("text", sex, age) as who from new_feedback),
numbered as (
    select *, row_number() over (
        partition by "date", place, partner, channel, "text", who order by sheet, row_number) as nth
    from known
),
met as (
    select ledger.upload_id
    from new_results as staged
    join current_results as ledger
      on staged.indicator = ledger.indicator and staged.period = ledger.period
     and staged.partner is not distinct from ledger.partner and staged.place is not distinct from ledger.place
     and staged."group" is not distinct from ledger."group"
    where staged.value is not null or staged.numerator is not null or staged.mark is not null
    union all
    select ledger.upload_id
    from new_targets as staged
    join current_targets as ledger
      on staged.indicator = ledger.indicator and staged.period = ledger.period
     and staged.partner is not distinct from ledger.partner and staged.place is not distinct from ledger.place
     and staged."group" is not distinct from ledger."group"
    where staged.value is not null
    union all
    select ledger.upload_id
    from new_indicators
    join current_indicators as ledger using (code)
    union all
    select ledger.upload_id
    from numbered as staged
    join current_feedback as ledger
      on ledger.entry
       = feedback_entry(staged."date", staged.place, staged.partner, staged.channel, staged."text", staged.who, staged.nth)
)
select upload_id, count(*) as superseded
from met
group by upload_id
order by upload_id desc;
