-- one row per figure of a share that is written as a fraction among figures written in points: 0.6 beside 40
with
shares as (
    select code, scale from staged_definitions where is_share(unit, measure) and scale = 100
),
written as (
    select 'indicators' as what, sheet, row_number, 'baseline' as field, code, baseline as figure, baseline_is_percent as is_percent
    from staged_indicators
    union all select 'indicators', sheet, row_number, 'target', code, target, target_is_percent from staged_indicators
    union all select 'targets', sheet, row_number, 'value', indicator, value, value_is_percent from staged_targets
    union all select 'results', sheet, row_number, 'value', indicator, value, value_is_percent from staged_results
    union all select null, null, null, null, code, baseline, false from current_indicators where code not in (select code from staged_indicators where code is not null)
    union all select null, null, null, null, code, target, false from current_indicators where code not in (select code from staged_indicators where code is not null)
    union all select null, null, null, null, indicator, value, false from current_results where indicator in (select code from shares)
    union all select null, null, null, null, indicator, value, false from current_targets where indicator in (select code from shares)
),
figures as (
    select written.* from written join shares using (code)
    where figure is not null and figure <> 0 and not coalesce(is_percent, false)
),
points as (
    select code, median(figure) as middle, min(abs(figure)) as smallest from figures where abs(figure) > 1.5 group by code
)
-- a hundred times the figure is like the others, and the figure itself is far below all of them
select what, sheet, row_number, field, figure, code
from figures join points using (code)
where what is not null and abs(figure) <= 1 and abs(figure) < smallest / 10
  and abs(figure) * 100 between abs(middle) / 5 and abs(middle) * 5
order by all;
