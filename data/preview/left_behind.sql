-- one row per earlier upload that this file seems to replace: figures of it that the file no longer has, and that still count.
-- An upload seems to be replaced when the file repeats at least half of its results for the same indicators and periods.
with
sent as (select distinct indicator, period, partner, place, "group" from new_results),
asked as (select distinct indicator, period from new_results),
ledger as (
    select current_results.*
    from current_results
    where indicator in (select indicator from asked) and (value is not null or numerator is not null)
),
compared as (
    select ledger.upload_id, ledger.indicator, ledger.period, ledger.partner, ledger.place, ledger."group",
        sent.indicator is not null as is_sent
    from ledger
    join asked on ledger.indicator = asked.indicator and ledger.period = asked.period
    left join sent
      on ledger.indicator = sent.indicator and ledger.period = sent.period
     and ledger.partner is not distinct from sent.partner and ledger.place is not distinct from sent.place
     and ledger."group" is not distinct from sent."group"
)
select upload_id, count(*) filter (not is_sent) as left_behind,
    string_agg(distinct indicator || ' ' || period || coalesce(' ' || partner, '') || coalesce(' ' || place, ''), '; ')
        filter (not is_sent) as examples
from compared
group by upload_id
having count(*) filter (not is_sent) > 0 and count(*) filter (is_sent) >= count(*) filter (not is_sent);
