-- one row per indicator, unit of the scope and, with $by_period, period: what was promised, reached and expected by $as_of
with
definitions as (
    select
        indicators.* exclude (over_units), units_rule(indicators.measure, indicators.over_units) as over_units,
        programmes.name as programme_name, programmes.name_en as programme_name_en,
        coalesce(indicators.baseline_date, programmes."start") as line_start,
        -- a baseline of all units together says nothing of one of them, but for zero
        case when units_rule(indicators.measure, indicators.over_units) <> 'sum' or not ($by_partner or $by_place or $by_group) or indicators.baseline = 0
             then indicators.baseline end as own_baseline,
        coalesce(own_baseline, case when indicators.zero_start then 0.0 end) as known_baseline,
        indicators.target is not null or indicators.target_low is not null or indicators.target_high is not null as has_final
    from current_indicators as indicators
    left join current_programmes as programmes on indicators.programme = programmes.code
    where ($programme::varchar is null or indicators.programme = $programme)
      and ($indicator::varchar is null or indicators.code = $indicator)
),
periods as (
    -- a day is over at its end: on its last day a period has ended, as a target is due on its own day
    select *, period_end <= $as_of::date as has_ended
    from rollup_periods
    where by_partner = $by_partner and by_place = $by_place and by_group = $by_group
      and ($partner_is::varchar is null or partner = $partner_is)
      and ($place_is::varchar is null or place = $place_is)
      and indicator in (select code from definitions)
),
-- reports that came of those that were due, in the periods that have ended
reported as (
    select spans.indicator, spans.partner, spans.place, spans."group", spans.period,
        sum(due.actual) as ended_sum, arg_max(due.actual, due.period_end) as ended_last,
        coalesce(sum(due.reports), 0)::integer as reports, coalesce(sum(due.units_due), 0)::integer as reports_due
    from periods as spans
    left join periods as due
      on spans.indicator = due.indicator and due.is_report_period and due.has_ended
     and spans.partner is not distinct from due.partner and spans.place is not distinct from due.place
     and spans."group" is not distinct from due."group"
     and (spans.period is null or (due.period_start >= spans.period_start and due.period_end <= spans.period_end))
    group by all
),
-- a period target that holds finer ones gives way to them, so that a year is not added to its quarters; but once a year
-- has ended of which only some quarters have a target, the year's own target stands for all of it
with_target as (
    select indicator, partner, place, "group", period, period_start, period_end, target, actual, has_ended,
        not exists (
            select 1 from periods as finer
            where finer.indicator = periods.indicator and finer.is_target_period and finer.target is not null
              and finer.partner is not distinct from periods.partner and finer.place is not distinct from periods.place
              and finer."group" is not distinct from periods."group" and finer.period <> periods.period
              and finer.period_start >= periods.period_start and finer.period_end <= periods.period_end) as is_finest
    from periods
    where is_target_period and target is not null
),
held_targets as (
    select wider.indicator, wider.partner, wider.place, wider."group", wider.period as wider_period, finer.period,
        wider.has_ended, wider.period_end - wider.period_start + 1 as wider_days,
        finer.period_end - finer.period_start + 1 as days, finer.is_finest
    from with_target as wider
    join with_target as finer
      on wider.indicator = finer.indicator and wider.partner is not distinct from finer.partner
     and wider.place is not distinct from finer.place and wider."group" is not distinct from finer."group"
     and wider.period <> finer.period
     and finer.period_start >= wider.period_start and finer.period_end <= wider.period_end
),
-- 1 quarter of a year has a target, or all 4 of them: days of the finest targets inside against days of the period
coverage as (
    select indicator, partner, place, "group", wider_period,
        any_value(has_ended) and sum(days) filter (is_finest) < any_value(wider_days) as stands_for_all
    from held_targets
    group by all
),
giving_way as (
    select indicator, partner, place, "group", wider_period as period from coverage where not stands_for_all
    union
    select held_targets.indicator, held_targets.partner, held_targets.place, held_targets."group", held_targets.period
    from held_targets
    join coverage
      on held_targets.indicator = coverage.indicator and held_targets.wider_period = coverage.wider_period
     and held_targets.partner is not distinct from coverage.partner
     and held_targets.place is not distinct from coverage.place
     and held_targets."group" is not distinct from coverage."group"
    where stands_for_all
),
plain_targets as (
    select with_target.*
    from with_target
    left join giving_way
      on with_target.indicator = giving_way.indicator and with_target.period = giving_way.period
     and with_target.partner is not distinct from giving_way.partner
     and with_target.place is not distinct from giving_way.place
     and with_target."group" is not distinct from giving_way."group"
    where giving_way.period is null
),
ended_targets as (
    select indicator, partner, place, "group",
        sum(target) as target_sum, arg_max(target, period_end) as target_last, max(period_end) as last_end,
        sum(actual) as actual_sum, arg_max(actual, period_end) as actual_last
    from plain_targets
    where has_ended
    group by all
),
-- the latest ended period with a target, if any has ended; a unit in here without one has targets still to come
latest_target as (
    select indicator, partner, place, "group",
        arg_max(period, (period_end, period_start)) filter (has_ended) as period
    from periods
    where is_target_period and target is not null
    group by all
),
-- which rows answer: every period asked for; or one row a unit, against the final target, else the latest ended one
answering as (
    select periods.*, definitions.* exclude (indicator, target, "key"), definitions."key" as is_key,
        definitions.target as final_target,
        $by_period as is_period_row,
        not $by_period and latest_target.indicator is not null and latest_target.period is null as is_target_to_come,
        not $by_period and has_final
            and (not ($by_partner or $by_place or $by_group) or over_units <> 'sum') as is_final_row
    from periods
    join (select *, code as indicator from definitions) as definitions on periods.indicator = definitions.indicator
    left join latest_target
      on periods.indicator = latest_target.indicator and periods.partner is not distinct from latest_target.partner
     and periods.place is not distinct from latest_target.place and periods."group" is not distinct from latest_target."group"
    where case
        when $by_period then periods.period is not null and (
            (periods.is_target_period and (periods.target is not null or periods.reports > 0))
            or (not periods.is_target_period and periods.is_report_period and $every_report)
            or (not periods.is_target_period and periods.reports > 0 and not exists (
                select 1 from periods as wider
                where wider.indicator = periods.indicator and wider.is_target_period
                  and wider.period_start <= periods.period_start and wider.period_end >= periods.period_end))
            or (not periods.is_target_period and periods.is_report_period and periods.has_ended
                and periods.indicator not in (select indicator from plain_targets)))
        when has_final and (not ($by_partner or $by_place or $by_group) or over_units <> 'sum') then periods.period is null
        when latest_target.period is not null then periods.period = latest_target.period
        else periods.period is null
    end
),
promised as (
    select answering.*,
        case when is_final_row then final_target when answering.period is not null then answering.target end as row_target,
        case when is_final_row then target_low end as low,
        case when is_final_row then target_high end as high,
        ended_targets.target_sum, ended_targets.target_last, ended_targets.last_end,
        ended_targets.actual_sum, ended_targets.actual_last,
        reported.reports as reports_in, reported.reports_due, reported.ended_sum, reported.ended_last,
        -- a flow starts each period at zero by its nature; over its whole life only if that is declared
        coalesce(known_baseline, case when measure = 'yes_no' or (answering.period is not null and over_time = 'sum'
            and measure not in ('ratio', 'percent')) then 0.0 end) as start_value,
        -- the level of all together is a stand-in for where one unit began: enough to measure by, not to accuse by
        not ($by_partner or $by_place or $by_group) or own_baseline = 0 or over_time = 'sum' as knows_start,
        case when is_final_row then target_date <= $as_of::date else coalesce(has_ended, false) end as is_due
    from answering
    left join ended_targets
      on answering.indicator = ended_targets.indicator and answering.partner is not distinct from ended_targets.partner
     and answering.place is not distinct from ended_targets.place
     and answering."group" is not distinct from ended_targets."group"
    left join reported
      on answering.indicator = reported.indicator and answering.partner is not distinct from reported.partner
     and answering.place is not distinct from reported.place and answering."group" is not distinct from reported."group"
     and answering.period is not distinct from reported.period
),
aimed as (
    select *,
        coalesce(nearer_bound(actual, low, high, direction), row_target,
            case direction when 'down' then high else low end, low, high) as aim,
        coalesce(row_target, nullif(nearer_bound(actual, low, high, direction), actual),
            case direction when 'down' then high else low end, low, high) as shown_target
    from promised
),
to_judge as (
    select *,
        coalesce(direction = 'keep' or shown_target = start_value or is_conflict(start_value, shown_target, direction), false)
            as is_kept
    from aimed
),
judged as (
    select *,
        is_met(actual, shown_target, low, high, direction, $keep_tolerance)
            -- a floor that the beginning was above is kept or not: what lies below it is not nearly kept
            or (is_kept and not coalesce(is_conflict(start_value, shown_target, direction), false)
                and is_met(actual, shown_target, low, high, 'keep', $keep_tolerance)) as met,
        is_met(start_value, shown_target, low, high, direction, $keep_tolerance) as start_met,
        case
            when not is_final_row then case when is_due then shown_target end
            when is_due then shown_target
            when measure = 'yes_no' then null
            when target_sum is not null and over_time = 'sum' and not coalesce(cumulative, false) then target_sum
            when target_last is not null then target_last
            when target_date is not null and low is null and high is null
                then expected_linear(start_value, shown_target, elapsed(line_start, target_date, $as_of::date))
        end as expected,
        -- a report of a period that still runs is left out on both sides: only ended periods are judged
        case
            when not is_final_row or is_due or actual_end is null then actual
            when last_end is null then case
                when actual_end <= $as_of::date then actual
                when over_time = 'sum' then coalesce(ended_sum, actual)
                else coalesce(ended_last, actual) end
            when actual_end <= last_end then actual
            when over_time = 'sum' and not coalesce(cumulative, false) then coalesce(actual_sum, actual)
            else coalesce(actual_last, actual)
        end as judged_actual
    from to_judge
),
measured as (
    select *,
        case when not is_kept then case when actual = nearer_bound(actual, low, high, direction) then 1.0
            else progress(actual, start_value, aim) end end as progress,
        case when start_value is not null then achievement(actual, shown_target, direction) end as achievement,
        capaian(actual, shown_target, low, high, direction) as capaian,
        case when not is_kept then on_track(judged_actual, start_value, expected) end as on_track,
        -- nor is anything called worse that may be chance
        knows_start and not (measure = 'ratio' and is_chance(start_value, numerator, denominator, scale)) as is_known_worse,
        case $applies_to when 'capaian' then capaian(judged_actual, expected, low, high, direction)
            when 'on_track' then on_track end as to_judge_by
    from judged
),
banded as (
    select *,
        band_of(case when $round_to is null then to_judge_by else rounded(to_judge_by, $round_to) end,
            $band_froms::double[], $band_included::boolean[], $band_codes::varchar[]) as band
    from measured
)
select
    banded.indicator, programme, level, unit, banded.period, banded.partner, banded.place, banded."group",
    known_baseline as baseline, shown_target as target, actual, actual_period, expected,
    achievement, capaian, progress, on_track,
    case
        when actual is null then case when is_period_row and not is_due then 'not_due' else 'no_data' end
        when shown_target is null then case when is_target_to_come and not is_final_row then 'not_due' else 'no_data' end
        when is_kept and (is_due or is_final_row) then known_worse(keep_status(met, actual, start_value, aim, start_met), is_known_worse)
        when met and $met_first then 'met'
        when band is not null
            then known_worse(($band_statuses::varchar[])[list_position($band_codes::varchar[], band)], is_known_worse)
        when met then 'met'
        when not coalesce(is_due, false) then 'not_due'
        when start_value is null then 'no_data'
        else 'off_track'
    end as status,
    case
        when actual is null and is_period_row and not is_due then 'not_due'
        when actual is null and is_mixed then 'not_joined'
        when actual is null then 'no_data'
        when shown_target is null then case when is_target_to_come and not is_final_row then 'not_due' else 'no_target' end
        when direction = 'up' and shown_target = 0 and not coalesce(is_conflict(start_value, shown_target, direction), false) then 'zero_target'
        when direction <> 'keep' and start_value = shown_target then 'baseline_equals_target'
        when direction <> 'keep' and is_kept then 'direction_conflict'
        when is_kept then null
        when start_value is null then 'no_baseline'
        when on_track is null and not coalesce(is_due, false) and not coalesce(met, false) then 'not_due'
    end as reason,
    reports_in as reports, reports_due,
    -- for screens
    name, name_en, programme_name, programme_name_en, measure, direction, over_time, over_units,
    coalesce(cumulative, false) as cumulative, scale, is_key, sdg,
    banded.period_kind, banded.period_start, banded.period_end, banded.is_target_period, banded.is_report_period,
    baseline_date, target_date, line_start, start_value, target_low, target_high, is_final_row, is_kept, met, is_due,
    actual_end, numerator, denominator, is_not_applicable, target_units, is_target_to_come, knows_start, judged_actual, aim, to_judge_by as judged_by,
    case when not (is_kept or (met and $met_first)) then band end as band
from banded
order by banded.indicator, banded.period_start nulls last, banded.period_end, banded.partner, banded.place, banded."group";
