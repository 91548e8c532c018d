-- one row per output asked about: the cost of its programme so far, the output, and the cost of one
with
outputs as (
    select unnest($indicators::varchar[]) as indicator, unnest($programmes::varchar[]) as programme,
        unnest($units::varchar[]) as unit, unnest($actuals::double[]) as outputs
),
costs as (
    select programme, sum(delivered) as cost
    from current_contributions
    where coalesce(currency, '') = $currency and (period_start is null or period_start <= $as_of::date)
    group by programme
),
elsewhere as (  -- currencies are never added: what the cost leaves out
    select programme, string_agg(currency || ' ' || amount, '; ' order by currency) as left_out
    from (
        select programme, currency, round(sum(delivered))::hugeint as amount
        from current_contributions
        where currency <> $currency and delivered > 0 and (period_start is null or period_start <= $as_of::date)
        group by all
    )
    group by programme
)
select indicator, outputs.programme, unit, outputs, cost, case when outputs > 0 then unit_cost(cost, outputs) end as cost_per_output,
    (count(*) over (partition by outputs.programme) - 1)::integer as sharing,
    case when cost is null then 'no_cost' when outputs is null then 'no_data' when outputs <= 0 then 'no_output' end as reason,
    left_out
from outputs
left join costs on costs.programme = outputs.programme
left join elsewhere on elsewhere.programme = outputs.programme
order by outputs.programme, indicator;
