-- one row per pair of partners that do the same activity at the same time for people who may be the same
-- (a case is the activity, the finer of the places, the named of the groups and a run of meeting days; its figures are of all
-- partners in it). A village lies in another's regency or district; a blank group may be any.
with
folded as (
    select *, same_words(activity) as what,
        coalesce(same_words(people_group), '') as whom,
        coalesce("end", greatest("start", $as_of::date)) as last,
        case when regexp_full_match(place, '\d\d\.\d\d(\..*)?') then left(place, 5) else place end as area
    from current_activities
    where status is distinct from 'cancelled' and "start" is not null
      and ($programme::varchar is null or programme = $programme)
),
touching as (
    select one.what, case when length(one.place) >= length(other.place) then one.place else other.place end as place,
        coalesce(nullif(one.whom, ''), other.whom) as whom, one.partner, other.partner as other_partner,
        one.row_number, one.upload_id, one.sheet, one."start", one.last,
        greatest(one."start", other."start") as first_day, least(one.last, other.last) as last_day
    from folded as one
    join folded as other using (what, area)
    where one.partner <> other.partner and one."start" <= other.last and other."start" <= one.last
      and (one.place = other.place or starts_with(one.place, other.place || '.') or starts_with(other.place, one.place || '.'))
      and (one.whom = other.whom or one.whom = '' or other.whom = '')
),
taking_part as (
    select distinct what, place, whom, partner, row_number, upload_id, sheet, "start", last from touching
),
-- a new run begins where nothing of what began before is still going on
begun as (
    select *, coalesce("start" > max(last) over (
        partition by what, place, whom order by "start", last, partner, row_number rows between unbounded preceding and 1 preceding
    ), true) as is_new
    from taking_part
),
runs as (
    select begun.* exclude (is_new), folded.activity, folded.people_group, folded.sector, folded.programme, folded.planned,
        folded.place as own_place,
        (sum(is_new::integer) over (
            partition by begun.what, begun.place, begun.whom order by begun."start", begun.last, begun.partner, begun.row_number)
        )::integer as run
    from begun
    join folded using (upload_id, sheet, row_number)
),
met as (
    select touching.*, runs.run
    from touching
    join runs using (what, place, whom, upload_id, sheet, row_number)
),
-- what each partner plans, of the activities that meet another partner's
members as (
    select what, place, whom, run, partner, sum(planned) as planned
    from runs
    group by all
),
cases as (
    select what, place, whom, run, count(*)::integer as partners, sum(planned) as planned_total,
        count(*) filter (planned is null)::integer as without_plan, string_agg(partner, '+' order by partner) as together
    from members
    group by all
),
described as (
    select what, place, whom, run, arg_min(activity, ("start", row_number)) as activity,
        arg_min(people_group, ("start", row_number)) filter (people_group is not null) as people_group, arg_min(sector, ("start", row_number)) as sector,
        list(distinct programme order by programme) as programmes, list(distinct lower(trim(sector))) as fields,
        arg_min(own_place, length(own_place)) as widest
    from runs
    group by all
),
-- the need of the widest place that anybody plans for: stated for this very work and group, else for the group or the sector
stated as (
    select described.what, described.place, described.whom, described.run,
        arg_max(needs.people, (needs.activity is not null, needs.people_group is not null, needs.people)) as people
    from described
    join current_needs as needs
      on needs.place = described.widest and list_contains(described.fields, lower(trim(needs.sector)))
     and (needs.activity is null or same_words(needs.activity) = described.what)
     and (needs.people_group is null or same_words(needs.people_group) = described.whom)
    where needs.people is not null
    group by all
),
-- else the largest target in people that a programme of the case has for the place
targeted as (
    select described.what, described.place, described.whom, described.run, max(targets.value) as people
    from described
    join current_indicators as indicators on list_contains(described.programmes, indicators.programme)
    join current_targets as targets on targets.indicator = indicators.code and targets.place = described.widest
    where lower(trim(indicators.unit)) in (select unnest($people_units::varchar[])) and targets.value > 0
    group by all
),
judged as (
    select cases.*, described.* exclude (what, place, whom, run), coalesce(stated.people, targeted.people) as need,
        case when stated.people is not null then 'need' when targeted.people is not null then 'target' end as need_source
    from cases
    join described using (what, place, whom, run)
    left join stated using (what, place, whom, run)
    left join targeted using (what, place, whom, run)
),
pairs as (
    select what, place, whom, run, partner, other_partner, min(first_day) as first_day, max(last_day) as last_day
    from met
    where partner < other_partner
    group by all
)
select activity, pairs.place, coalesce(current_places.name, pairs.place) as place_name, people_group,
    pairs.partner, pairs.other_partner, first_day, last_day, mine.planned, theirs.planned as other_planned,
    sector, programmes[1] as programme, partners, planned_total, need, need_source,
    case when planned_total > need then 'likely_duplication'
         when need is null or planned_total is null or without_plan > 0 then 'unclear' else 'co_presence' end as severity,
    without_plan, concat_ws('|', 'overlap', pairs.what, pairs.place, pairs.whom, together) as case_key, pairs.run
from pairs
join judged using (what, place, whom, run)
join members as mine on mine.what = pairs.what and mine.place = pairs.place and mine.whom = pairs.whom and mine.run = pairs.run
    and mine.partner = pairs.partner
join members as theirs on theirs.what = pairs.what and theirs.place = pairs.place and theirs.whom = pairs.whom and theirs.run = pairs.run
    and theirs.partner = pairs.other_partner
left join current_places on pairs.place = current_places.place
where ($partner::varchar is null or list_contains(string_split(together, '+'), $partner))
  and ($place::varchar is null or pairs.place = $place or starts_with(pairs.place, $place || '.'))
order by pairs.place, activity, pairs.partner, pairs.other_partner, first_day;
