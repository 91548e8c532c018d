-- one row per programme: its budget and, in that currency, what was delivered by now, beside time and results
with
given as (
    select programme, coalesce(currency, '') as currency,
        sum(pledged) filter (kind = 'money') as pledged_money, sum(delivered) filter (kind = 'money') as money,
        sum(delivered) filter (kind <> 'money') as in_kind, sum(delivered) as delivered,
        count(*) filter (delivered is null)::integer as not_reported
    from current_contributions
    where period_start is null or period_start <= $as_of::date
    group by all
),
-- what Python asked of the measures: the median on-track ratio of each programme, and how many indicators are judged
reached as (
    select unnest($programmes::varchar[]) as programme, unnest($results::double[]) as results,
        unnest($judged::integer[]) as judged, unnest($favourable::integer[]) as favourable
),
timed as (
    select *, date_diff('day', "start", "end") as days_in_all,
        least(greatest(date_diff('day', "start", $as_of::date), 0), date_diff('day', "start", "end")) as days_gone
    from current_programmes
),
burnt as (
    select timed.code as programme, timed.name, coalesce(timed.name_en, timed.name) as name_en,
        coalesce(timed.currency, $currency) as currency, budget, "start", "end", days_gone / nullif(days_in_all, 0)::double as time_share,
        given.pledged_money, given.money, given.in_kind, given.delivered, coalesce(given.not_reported, 0) as not_reported,
        given.money / nullif(budget, 0) as spent_share, burn_ratio(given.money, budget, days_gone::double, days_in_all) as burn_ratio,
        burn_rate(given.money, days_gone / 30.4375) as monthly, runway(given.money, budget, days_gone / 30.4375) as months_of_money_left
    from timed
    left join given on given.programme = timed.code and given.currency = coalesce(timed.currency, $currency)
    where coalesce(timed.currency, $currency) = $currency
)
select burnt.*, reached.results, coalesce(reached.judged, 0) as judged, coalesce(reached.favourable, 0) as favourable,
    is_spent_ahead(burn_ratio, results) as ahead
from burnt
left join reached using (programme)
order by programme;
