-- one row per earlier upload: how many of its figures and definitions that count now this upload takes the place of
with
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
    from new_feedback as staged
    join current_feedback as ledger
      on staged."date" = ledger."date" and staged.place is not distinct from ledger.place
     and staged.partner is not distinct from ledger.partner and staged.channel is not distinct from ledger.channel
     and staged."text" is not distinct from ledger."text"
)
select upload_id, count(*) as superseded
from met
group by upload_id
order by upload_id desc;
