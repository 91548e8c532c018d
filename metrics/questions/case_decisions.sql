-- one row per decision about an overlap or a gap, the newest first
select decision_id, kind, case_key, decision, reason, decided_by, decided_at, owner, due, first_day, last_day
from case_decisions
where ($kind::varchar is null or kind = $kind)
order by decision_id desc;
