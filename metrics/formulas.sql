-- What the numbers mean. Every formula stands here once; screens, reports, command line and an analyst's own SQL call it.
-- NULL in, NULL out: a missing figure is never zero. Sources: docs/methods.md.

-- words by which two entries mean the same: case, spaces, and signs at the end of a word say nothing
create or replace macro same_words("text") as
    lower(trim(regexp_replace("text", '[.,;:!\s]*(\s|$)', ' ', 'g')));

-- share of the way from baseline to target, signed and unclipped: baseline 40, target 20, actual 30 -> 0.5
create or replace macro progress(actual, baseline, target) as
    (actual - baseline) / nullif(target - baseline, 0);

-- actual against target, for figures that count up from zero; a reduction has no achievement
create or replace macro achievement(actual, target, direction) as
    case when direction = 'up' then actual / nullif(target, 0) end;

-- the bound of a target range that an actual has to answer to: the one it misses, else itself. Where more is better the
-- lower end is the promise, where less is better the upper one; a level to be kept has to stay between both
create or replace macro nearer_bound(actual, low, high, direction) as
    case
        when actual < low and (direction <> 'down' or high is null) then low
        when actual > high and (direction <> 'up' or low is null) then high
        when low is not null or high is not null then actual
    end;

-- the Indonesian public formula (PermenPANRB 8/2021): up actual/target; down (2 target - actual)/target;
-- a range answers to its nearer bound, and is 1 inside
create or replace macro capaian(actual, target, low, high, direction) as
    case
        when low is not null or high is not null then case
            when actual = nearer_bound(actual, low, high, direction) then 1.0
            when direction = 'down'
                then (2 * nearer_bound(actual, low, high, direction) - actual) / nullif(nearer_bound(actual, low, high, direction), 0)
            else actual / nullif(nearer_bound(actual, low, high, direction), 0) end
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

-- the band that a fraction falls into: `froms` from the best down (null: everything below), each with whether the bound
-- itself belongs to it (0.36 of 0.3 to 0.4 is 0.6, though not in binary: hence the hair)
create or replace macro band_of(fraction, froms, included, names) as
    case when fraction is not null then names[list_position(list_transform(range(1, len(froms) + 1), lambda place:
        froms[place] is null or fraction > froms[place] + 1e-9
        or (included[place] and fraction >= froms[place] - 1e-9)), true)] end;

-- to so many decimals as R does it: the nearer of the two candidates as they are held in the computer, the even one when both
-- are as near (0.745 and 1.105 are a hair below the half: 0.74 and 1.1)
create or replace macro rounded(figure, digits) as
    case
        when figure - floor(figure * pow(10, digits)) / pow(10, digits) < ceil(figure * pow(10, digits)) / pow(10, digits) - figure
            then floor(figure * pow(10, digits)) / pow(10, digits)
        when figure - floor(figure * pow(10, digits)) / pow(10, digits) > ceil(figure * pow(10, digits)) / pow(10, digits) - figure
            then ceil(figure * pow(10, digits)) / pow(10, digits)
        when floor(figure * pow(10, digits)) % 2 = 0 then floor(figure * pow(10, digits)) / pow(10, digits)
        else ceil(figure * pow(10, digits)) / pow(10, digits)
    end;

-- nobody is called worsening whose own beginning is not known
create or replace macro known_worse(status, knows_start) as
    case when status = 'worsening' and not knows_start then 'off_track' else status end;

-- change against a former figure; a fall to zero is -1, not nothing
create or replace macro percent_change(figure, former) as
    (figure - former) / nullif(former, 0);

-- ---------- Growth a year, as Statistics Canada and Open SDG judge it (progress methodology, sdg-build ProgressMeasure)

-- compound growth a year; NULL where the sign changes or no time has passed
create or replace macro cagr(figure, base, years) as
    case when years > 0 and figure / nullif(base, 0) >= 0 then pow(figure / nullif(base, 0), 1.0 / years) - 1 end;

-- zero has no growth rate: the method puts a thousandth in its place
create or replace macro nonzero(figure) as
    case when figure = 0 then 0.001 else figure end;

-- growth in the wanted direction (1 or -1); against a target, as a share of the growth that is needed to reach it
create or replace macro growth_progress(base, base_year, figure, figure_year, target, target_year, direction) as
    case when figure_year - base_year >= 1 and not (base > 0 and figure < 0) and not (base < 0 and figure > 0) then
        case when base < 0 then -1 else 1 end * direction * cagr(figure, nonzero(base), figure_year - base_year)
        / case when target is null then 1.0
               else nullif(abs(cagr(nonzero(target), nonzero(base), target_year - base_year)), 0) end
    end;

-- has the figure reached the target in the wanted direction (1 or -1)?
create or replace macro growth_target_met(figure, target, direction) as
    coalesce(case when direction < 0 then figure <= nonzero(target) else figure >= nonzero(target) end, false);

-- near a natural limit (100 %) less growth is asked for; 1 without a limit
create or replace macro limit_coefficient(base, bound) as
    case
        when bound is null or abs(base) >= 2 * abs(bound) then 1.0
        when abs(base) <= abs(bound) then 1 - pow(abs(base) / abs(bound), 4.44)
        else 1 - pow((2 * abs(bound) - abs(base)) / abs(bound), 4.44)
    end;

-- the class of a growth: cut points on the ratio to the needed growth, or on growth a year times the coefficient
create or replace macro growth_class(growth, has_target, is_met, coefficient) as
    case
        when is_met then 'target_achieved'
        when growth >= case when has_target then 0.95 else 0.015 * coefficient end then 'substantial_progress'
        when growth >= case when has_target then 0.6 else 0.005 * coefficient end then 'moderate_progress'
        when growth >= 0 then 'limited_progress'
        when growth is not null then 'deterioration'
        else 'not_available'
    end;

-- the score from -5 to 5, piecewise straight between the cut points
create or replace macro growth_score(growth, has_target, is_met, coefficient) as
    case
        when is_met then 5.0
        when growth is null then null
        when has_target and growth >= 0.6 then least(7.1429 * growth - 4.2857, 5.0)
        when has_target then greatest(4.1667 * growth - 2.5, -5.0)
        when growth < 0 then greatest(125 * growth - 2.5, -5.0)
        when coefficient = 0 then 5.0
        when growth < 0.005 * coefficient then 500 * growth / coefficient - 2.5
        when growth < 0.015 * coefficient then 250 * growth / coefficient - 1.25
        else least(500 * growth / coefficient - 5, 5.0)
    end;

-- the class of a mean score; `all_met`: every series in it has reached its target
create or replace macro score_class(score, all_met) as
    case
        when all_met then 'target_achieved'
        when score >= 2.5 then 'substantial_progress'
        when score >= 0 then 'moderate_progress'
        when score >= -2.5 then 'limited_progress'
        when score is not null then 'deterioration'
        else 'not_available'
    end;

-- ---------- Several indicators in one figure

-- progress as an average may hold it: nothing above the target makes up for what is missing elsewhere
create or replace macro capped(share) as
    greatest(0.0, least(1.0, share));

-- the part of the weights whose share is known
create or replace macro index_coverage(share, weight) as
    coalesce(sum(weight) filter (share is not null), 0) / nullif(sum(weight), 0);

-- weighted mean of capped shares; what is missing is weighted anew, and NULL when less than `enough` is known
create or replace macro index_of(share, weight, enough) as
    case when index_coverage(share, weight) >= enough - 1e-9
         then sum(capped(share) * weight) filter (share is not null) / nullif(sum(weight) filter (share is not null), 0) end;

-- where a figure stands between two goalposts, on a straight or (for money) a logarithmic scale
create or replace macro between_goalposts(figure, low, high) as
    capped((figure - low) / nullif(high - low, 0));
create or replace macro between_goalposts_log(figure, low, high) as
    case when figure > 0 and low > 0 and high > 0 then capped((ln(figure) - ln(low)) / nullif(ln(high) - ln(low), 0)) end;

-- ---------- Shares of people who were asked (Wilson 1927; Newcombe 1998, method 10)

-- the 95 % interval of a share, `z` for another level; n = 0 has none
create or replace macro wilson_centre(hits, n, z) as
    (hits / n + z * z / (2 * n)) / (1 + z * z / n);
create or replace macro wilson_half(hits, n, z) as
    z / (1 + z * z / n) * sqrt(hits / n * (1 - hits / n) / n + z * z / (4 * n * n));
create or replace macro wilson_low(hits, n, z := 1.959963984540054) as
    case when n > 0 then case when hits = 0 then 0.0
        else greatest(0.0, wilson_centre(hits, n::double, z) - wilson_half(hits, n::double, z)) end end;
create or replace macro wilson_high(hits, n, z := 1.959963984540054) as
    case when n > 0 then case when hits = n then 1.0
        else least(1.0, wilson_centre(hits, n::double, z) + wilson_half(hits, n::double, z)) end end;

-- is the way from the start to a share of people no more than chance? its interval holds the start
create or replace macro is_chance(start_value, numerator, denominator, scale) as
    coalesce(numerator >= 0 and numerator <= denominator and denominator > 0
        and start_value between wilson_low(numerator, denominator) * scale and wilson_high(numerator, denominator) * scale, false);

-- the 95 % interval of the difference of two shares, first minus second
create or replace macro newcombe_low(hits, n, other_hits, other_n, z := 1.959963984540054) as
    hits / nullif(n, 0) - other_hits / nullif(other_n, 0) - sqrt(pow(hits / n - wilson_low(hits, n, z := z), 2)
        + pow(wilson_high(other_hits, other_n, z := z) - other_hits / other_n, 2));
create or replace macro newcombe_high(hits, n, other_hits, other_n, z := 1.959963984540054) as
    hits / nullif(n, 0) - other_hits / nullif(other_n, 0) + sqrt(pow(wilson_high(hits, n, z := z) - hits / n, 2)
        + pow(other_hits / other_n - wilson_low(other_hits, other_n, z := z), 2));

-- what a change may be called: "no_clear_change" while its interval holds zero
create or replace macro change_word(low, high) as
    case when low > 0 then 'rise' when high < 0 then 'fall' when low is not null and high is not null then 'no_clear_change' end;

-- net recommendation score from -100 to 100, and the half-width of its 95 % interval
create or replace macro net_score(promoters, passives, detractors) as
    100.0 * (promoters - detractors) / nullif(promoters + passives + detractors, 0);
create or replace macro net_score_margin(promoters, passives, detractors, z := 1.959963984540054) as
    100 * z * sqrt(((promoters + detractors) / nullif(promoters + passives + detractors, 0)::double
        - pow((promoters - detractors) / nullif(promoters + passives + detractors, 0)::double, 2))
        / nullif(promoters + passives + detractors, 0));

-- ---------- Small numbers

-- so few people that the figure may point at one of them; nobody at all is no secret
create or replace macro is_small(people, least_shown) as
    people > 0 and people < least_shown;

-- ---------- Money

create or replace macro burn_rate(spent, months) as
    spent / nullif(months, 0);
-- money gone against time gone: 1 is as planned
create or replace macro burn_ratio(spent, budget, months, months_in_all) as
    (spent / nullif(budget, 0)) / nullif(months / nullif(months_in_all, 0), 0);
-- what will be spent in the end if it goes on like this, and how many months the rest lasts
create or replace macro projected_spend(spent, months, months_in_all) as
    spent + burn_rate(spent, months) * (months_in_all - months);
create or replace macro runway(spent, budget, months) as
    (budget - spent) / nullif(burn_rate(spent, months), 0);
-- full cost (direct, shared, indirect) of one output
create or replace macro unit_cost(cost, outputs) as
    cost / nullif(outputs, 0);
-- money of others for each unit of one's own grant; show both amounts beside it
create or replace macro leverage(cofinance, grant_money) as
    cofinance / nullif(grant_money, 0);
create or replace macro in_kind_share(in_kind, cash) as
    in_kind / nullif(in_kind + cash, 0);
-- spending that runs ahead of results by more than 25 points
create or replace macro is_spent_ahead(burnt, reached) as
    burnt - reached > 0.25;

-- ---------- Checks

-- parts of one dimension that do not add up to their total; a hair apart is rounding
create or replace macro parts_differ(sum_of_parts, total) as
    abs(sum_of_parts - total) > 1e-9 * greatest(abs(total), 1);

-- how far a figure lies from the middle of its series, in median distances; above 3.5 is far (Iglewicz and Hoaglin 1993).
-- Where more than half of the figures are the same there is no median distance: in mean distances then
create or replace macro modified_z(figure, middle, median_distance, mean_distance) as
    case when median_distance > 0 then 0.6745 * (figure - middle) / median_distance
         else (figure - middle) / (1.253314 * nullif(mean_distance, 0)) end;

-- ---------- Voices

-- one row per feedback entry up to a day: `themes` are keys of the codebook (what people
-- coded goes before what the sender wrote; words the codebook does not know stay as written); `is_sensitive` by the
-- sender, by any coder, or, where nobody coded it, by the words of the codebook: then it has the sensitive theme alone.
-- `codebook`: names and keys (every spelling and its key), sensitive (keys), grave (the md5 of each text with sensitive words).
create or replace macro voices_judged(as_of, codebook) as table
with
coded as (
    select entry, string_split(arg_max(themes, code_id), ';') as last_themes,
        list_filter(string_split(string_agg(themes, ';'), ';'), lambda theme: list_contains((codebook).sensitive, theme)) as grave
    from current_codes
    group by entry
),
known as (
    select current_feedback.*,
        coalesce((codebook).keys[list_position((codebook).names, lower(trim(theme)))], theme) as written_theme
    from current_feedback
    where "date" <= as_of::date
),
weighed as (
    select known.*, last_themes is not null as is_coded,
        coalesce(last_themes, [written_theme]) as said_themes,
        case
            when len(grave) > 0 then grave[1]
            when list_contains((codebook).sensitive, written_theme) then written_theme
            when last_themes is null and list_contains((codebook).grave, md5("text")) then (codebook).sensitive[1]
        end as sensitive_theme
    from known
    left join coded using (entry)
)
select * exclude (said_themes, told_back), sensitive_theme is not null as is_sensitive,
    case when sensitive_theme is null then said_themes else [sensitive_theme] end as themes,
    coalesce(answered_on <= as_of::date, status in ('answered', 'closed'), false) as is_answered,
    coalesce(told_back, false) and coalesce(answered_on <= as_of::date, true) as told_back,
    case when answered_on <= as_of::date and answered_on >= "date" then date_diff('day', "date", answered_on) end as days,
    date_diff('day', "date", as_of::date) as waited
from weighed;
