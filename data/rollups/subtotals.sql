-- subtotals of crossed groups: `age=0-23m;sex=f` also speaks for age=0-23m and for sex=f, where nobody wrote those
insert into facts
with
parts as (
    select *, unnest(string_split("group", ';')) as part
    from facts
    where dimensions like '%;%'
)
select parts.indicator, parts.period, period_start, period_end, parts.partner, parts.place, part,
    dimensions_of(part),
    case
        when any_value(over_units) = 'ratio' and count(denominator) = count(*)
            then sum(numerator) / nullif(sum(denominator), 0) * any_value(scale)
        else over_units_of(any_value(over_units), sum(value), avg(value), max(value), min(value), count(value))
    end,
    sum(numerator), sum(denominator), case when count(mark) = count(*) then any_value(mark) end
from parts
join rolled on parts.indicator = rolled.indicator
where not exists (
    select 1 from facts as written
    where written.indicator = parts.indicator and written.period = parts.period
      and written.partner is not distinct from parts.partner and written.place is not distinct from parts.place
      and written.dimensions = dimensions_of(part))
group by parts.indicator, parts.period, period_start, period_end, parts.partner, parts.place, part,
    parts.dimensions
qualify row_number() over (
    partition by parts.indicator, parts.period, parts.partner, parts.place, part order by parts.dimensions) = 1;
