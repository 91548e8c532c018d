-- What the numbers mean. Every formula stands here once; screens, reports, command line and an analyst's own SQL call it.
-- NULL in, NULL out: a missing figure is never zero. Sources: docs/methods.md.

-- share of the way from baseline to target, signed and unclipped: baseline 40, target 20, actual 30 -> 0.5
create or replace macro progress(actual, baseline, target) as
    (actual - baseline) / nullif(target - baseline, 0);

-- actual against target, for figures that count up from zero; a reduction has no achievement
create or replace macro achievement(actual, target, direction) as
    case when direction = 'up' then actual / nullif(target, 0) end;

-- the bound of a target range that an actual has to answer to: the one it misses, else itself
create or replace macro nearer_bound(actual, low, high) as
    case when actual < low then low when actual > high then high when low is not null or high is not null then actual end;

-- the Indonesian public formula (PermenPANRB 8/2021): up actual/target; down (2 target - actual)/target;
-- a range answers to its nearer bound, and is 1 inside
create or replace macro capaian(actual, target, low, high, direction) as
    case
        when low is not null or high is not null then case
            when actual = nearer_bound(actual, low, high) then 1.0
            when direction = 'down' then (2 * nearer_bound(actual, low, high) - actual) / nullif(nearer_bound(actual, low, high), 0)
            else actual / nullif(nearer_bound(actual, low, high), 0) end
        when direction = 'up' then actual / nullif(target, 0)
        when direction = 'down' then (2 * target - actual) / nullif(target, 0)
    end;

-- share of the time from first to last day that has passed on this day, 0 before and 1 after
create or replace macro elapsed(first_day, last_day, on_day) as
    case when last_day > first_day
         then greatest(0.0, least(1.0, date_diff('day', first_day, on_day) / date_diff('day', first_day, last_day)::double)) end;

-- where a straight line from baseline to target stands when this share of the time has passed
create or replace macro expected_linear(baseline, target, share) as
    baseline + (target - baseline) * share;

-- the way gone against the way that should be gone by now
create or replace macro on_track(actual, baseline, expected) as
    (actual - baseline) / nullif(expected - baseline, 0);

-- has the target been reached? `tolerance` is the share of the target within which a level counts as kept
create or replace macro is_met(actual, target, low, high, direction, tolerance) as
    case
        when low is not null or high is not null then
            (direction = 'down' or low is null or actual >= low) and (direction = 'up' or high is null or actual <= high)
        when direction = 'up' then actual >= target - 1e-9 * abs(target)
        when direction = 'down' then actual <= target + 1e-9 * abs(target)
        else abs(actual - target) <= abs(target) * tolerance
    end;

-- does the target lie on the bad side of the baseline? then the baseline had met it, and the level is to be kept
create or replace macro is_conflict(baseline, target, direction) as
    (direction = 'up' and target < baseline) or (direction = 'down' and target > baseline);

-- the verdict on a level that is to be kept: met, or not met and further away than it began, or not met
create or replace macro keep_status(met, actual, baseline, target, baseline_met) as
    case
        when met is null then 'no_data'
        when met then 'met'
        when baseline_met or abs(actual - target) > abs(baseline - target) then 'worsening'
        else 'off_track'
    end;

-- the verdict on a way to go: bands on the on-track ratio, each lower bound included (0.36 of 0.3 to 0.4 is 0.6, though
-- not in binary: hence the hair)
create or replace macro way_status(ratio, on_track_from, behind_from, off_track_from) as
    case
        when ratio >= on_track_from - 1e-9 then 'on_track'
        when ratio >= behind_from - 1e-9 then 'behind'
        when ratio >= off_track_from - 1e-9 then 'off_track'
        when ratio is not null then 'worsening'
    end;

-- nobody is called worsening whose own beginning is not known
create or replace macro known_worse(status, knows_start) as
    case when status = 'worsening' and not knows_start then 'off_track' else status end;
