-- Words of the calendar that the roll-ups need; stored with the schema.

-- months in a period of this kind
create or replace macro months_of_kind(kind) as
    case kind when 'year' then 12 when 'half' then 6 when 'quarter' then 3 when 'month' then 1 end;

-- the stored form of the period that begins on this day: 2025, 2025-S1, 2025-Q3, 2025-07
create or replace macro period_key(kind, first_day) as
    case kind
        when 'year' then strftime(first_day, '%Y')
        when 'half' then strftime(first_day, '%Y') || '-S' || (case when month(first_day) <= 6 then '1' else '2' end)
        when 'quarter' then strftime(first_day, '%Y') || '-Q' || quarter(first_day)::varchar
        when 'month' then strftime(first_day, '%Y-%m')
        else strftime(first_day, '%Y-%m-%d')
    end;

-- several figures joined into one by an indicator's rule; `none` joins nothing
create or replace macro joined(rule, total, average, highest, latest, figures) as
    case
        when figures = 0 then null
        when rule = 'sum' then total
        when rule = 'mean' then average
        when rule = 'max' then highest
        when rule = 'last' then latest
        when figures = 1 then latest
    end;

-- the target of several units together; shares have no sum, so they join only when they agree
create or replace macro over_units_of(rule, total, average, highest, lowest, figures) as
    case
        when rule = 'sum' then total
        when rule = 'mean' then average
        when rule = 'max' then highest
        when figures = 1 or highest = lowest then highest
    end;

-- what a group tells apart: `age=0-23m;sex=f` the dimensions age;sex, a word such as `anak` the dimension group
create or replace macro dimensions_of(people) as
    case when people is null then '' when people not like '%=%' then 'group'
         else regexp_replace(people, '=[^;]*', '', 'g') end;

-- which split of the people to add up: the total written as such, else the finest split, the first by name on a tie;
-- people with disabilities are some of the others, and alone no split of all of them
create or replace macro split_rank(dimensions) as
    (case when dimensions = '' then '00' when dimensions = 'disability' then '99' else lpad((99 - len(string_split(dimensions, ';')))::varchar, 2, '0') end) || dimensions;

-- how units join, whatever the sheet says: shares are never added, nor is a mean taken of them. A ratio adds up its parts;
-- without parts, several shares give no single one
create or replace macro units_rule(measure, over_units) as
    case when over_units not in ('sum', 'mean') then over_units when measure = 'ratio' then 'ratio'
         when measure = 'percent' then 'none' else over_units end;

-- how periods join, whatever the sheet says: percentages are never added
create or replace macro time_rule(measure, over_time) as
    case when measure = 'percent' and over_time = 'sum' then 'nothing' else over_time end;

-- is an indicator counted in per cent? by its unit (%, `% KK`, persen), or because it is a share without parts
create or replace macro is_share(unit, measure) as
    unit like '%\%%' escape '\' or regexp_matches(lower(unit), '\b(persen|percent|pct)\b') or coalesce(measure = 'percent', false);
