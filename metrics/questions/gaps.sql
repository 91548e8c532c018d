-- one row per need that the plans do not reach, and per target of an indicator in a place that no partner works on
with
folded as (
    select *, same_words(activity) as what,
        coalesce(same_words(people_group), '') as whom
    from current_activities
    where status is distinct from 'cancelled'
),
worked_on as (
    select needs.*, count(folded.partner) as activities, count(folded.partner) filter (coalesce(folded.planned, folded.reached) is null) as without_plan,
        coalesce(sum(greatest(folded.planned, folded.reached)), 0) as planned
    from current_needs as needs
    left join folded
      on (folded.place = needs.place or starts_with(folded.place, needs.place || '.'))
     and lower(trim(folded.sector)) is not distinct from lower(trim(needs.sector))
     and (needs.activity is null or folded.what = same_words(needs.activity))
     and (needs.people_group is null or folded.whom in ('', same_words(needs.people_group)))
     and (folded."end" is null or needs.known_on is null or folded."end" >= needs.known_on)
    where needs.people > 0
    group by all
),
-- where somebody works without saying for how many, nobody knows whether it is enough
unmet_needs as (
    select 'need' as kind, place, sector, activity, people_group, people, planned, null::varchar as indicator,
        source, known_on as since, null::varchar as programme,
        concat_ws('|', 'gap', 'need', lower(trim(sector)), coalesce(lower(trim(activity)), ''), place,
            coalesce(lower(trim(people_group)), '')) as case_key
    from worked_on
    where activities = 0 or (without_plan = 0 and planned < people)
),
unmet_targets as (
    select 'target' as kind, targets.place, null::varchar as sector, null::varchar as activity, null::varchar as people_group,
        arg_max(targets.value, targets.period_end) as people, 0::double as planned, targets.indicator, null::varchar as source, min(targets.period_start) as since,
        any_value(indicators.programme) as programme, concat_ws('|', 'gap', 'target', targets.indicator, targets.place) as case_key
    from current_targets as targets
    join current_indicators as indicators on indicators.code = targets.indicator
    where targets.place is not null and targets.value > 0 and targets.period_start <= $as_of::date
      and not exists (
        select 1 from current_targets as same
        where same.indicator = targets.indicator and same.place = targets.place and same.partner is not null)
      and not exists (
        select 1 from current_results as results
        where results.indicator = targets.indicator and (results.place = targets.place or starts_with(results.place, targets.place || '.')))
      and not exists (
        select 1 from folded
        where folded.programme = indicators.programme
          and (folded.place = targets.place or starts_with(folded.place, targets.place || '.')))
    group by targets.place, targets.indicator
),
unmet as (select * from unmet_needs union all select * from unmet_targets)
select unmet.kind, sector, unmet.activity, unmet.place, coalesce(current_places.name, unmet.place) as place_name, people_group, people, planned, people - planned as missing,
    indicator, programme, unmet.source, since, case_key
from unmet
left join current_places on current_places.place = unmet.place
where ($place::varchar is null or unmet.place = $place or starts_with(unmet.place, $place || '.'))
  and ($programme::varchar is null or programme is null or programme = $programme)
order by missing desc nulls last, unmet.place, sector, unmet.activity;
