-- one row per action: of a meeting, or what was agreed about an overlap or a gap; the ones that are late first
with
last_events as (
    select action_id, arg_max(event, event_id) as event, arg_max(note, event_id) as note,
        arg_max(noted_by, event_id) as noted_by, max(noted_at) as noted_at,
        arg_max(due, event_id) filter (event = 'moved') as moved_to
    from action_events
    group by action_id
),
of_meetings as (
    select 'meeting' as origin, action_id, what, owner, coalesce(moved_to, due) as due, due as first_due, taken_by, taken_at,
        indicator, value_then, unit_then, status_then, period_then, programme, partner, place,
        case event when 'done' then 'done' when 'dropped' then 'dropped' else 'open' end as state,
        note, noted_by, noted_at
    from actions
    left join last_events using (action_id)
),
told as (
    select *, string_split(regexp_extract(case_key, '[^|]*$'), '+') as partners, regexp_replace(case_key, '\|[^|]*$', '') as subject
    from case_decisions
),
-- a decision about an overlap takes the place of one with fewer or more of the same partners, on days that meet
last_decisions as (
    select * exclude (partners, subject) from told
    where not exists (
        select 1 from told as later
        where later.decision_id > told.decision_id and later.kind = told.kind
          and (later.case_key = told.case_key
               or (told.kind = 'overlap' and later.subject = told.subject
                   and (list_has_all(later.partners, told.partners) or list_has_all(told.partners, later.partners))
                   and coalesce(later.first_day <= told.last_day and told.first_day <= later.last_day, true)))
    )
),
of_cases as (
    select kind as origin, decision_id as action_id, coalesce(reason, case_key) as what, owner, due, due as first_due,
        decided_by as taken_by, decided_at as taken_at, 'open' as state
    from last_decisions
    where decision = 'action'
),
every_action as (
    select * from of_meetings
    union all by name
    select * from of_cases
)
select *, state = 'open' and due < $as_of::date as is_late,
    case when state = 'open' then date_diff('day', $as_of::date, due) end as days_left
from every_action
order by state <> 'open', due, action_id;
