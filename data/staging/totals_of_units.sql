-- one row per staged figure that is the total of others beside it (a province beside its regencies, `Semua mitra` beside the
-- partners), with what these add up to; null where that is not to be compared
with
figures as (
    select 'targets' as what, sheet, row_number, indicator, period, period_is_total, partner, place, "group", value,
        value is not null as is_given
    from staged_targets
    union all
    select 'results', sheet, row_number, indicator, period, period_is_total, partner, place, "group", value,
        value is not null or numerator is not null
    from staged_results
),
-- written as a total, or of a place that holds others; a share has no sum, so that of a province is news beside its parts
candidates as (
    select figures.*, written.of_partners, written.of_places,
        units_rule(measure, over_units) = 'sum' and measure = 'number' as is_added
    from figures
    left join written_totals as written using (what, sheet, row_number)
    left join staged_definitions on indicator = code
    where written.what is not null
       or (place in (select superior from places_within) and units_rule(measure, over_units) is distinct from 'none')
),
pairs as (
    select whole.what, whole.sheet, whole.row_number, whole.place as whole_place, whole.value, whole.is_added,
        part.row_number as part_row, part.sheet as part_sheet, part.partner, part.place, part.value as part_value,
        part."group" is not distinct from whole."group" as is_same_group,
        whole.of_places is not null or whole.of_partners is not null as is_written, places_within.place is not null as is_within
    from candidates as whole
    join figures as part
      on whole.what = part.what and whole.indicator = part.indicator and whole.period = part.period
     and whole.period_is_total = part.period_is_total and part.is_given
     and not (whole.sheet = part.sheet and whole.row_number = part.row_number)
     and (whole."group" is null or whole."group" = part."group")
     and (whole.partner is null or whole.partner = part.partner)
    left join places_within on part.place = places_within.place and whole.place = places_within.superior
    left join written_totals as other
      on part.what = other.what and part.sheet = other.sheet and part.row_number = other.row_number
    where other.what is null
      and (
        places_within.place is not null
        or (whole.of_places and part.place is not null and part.place is distinct from whole.place)
        or (whole.of_partners and part.partner is not null and (whole.place is null or whole.place = part.place))
      )
),
-- of `Total Gamping` the villages are those of Gamping where the file says which; else nobody can tell which it adds up
known_parts as (
    select what, sheet, row_number, bool_or(is_within) as has_own from pairs group by all
),
totals as (
    select pairs.* exclude (is_within), has_own or whole_place is null as is_comparable
    from pairs
    join known_parts using (what, sheet, row_number)
    where is_within or not has_own
),
-- a total among the parts (a regency beside its province and its villages) is none of the finest figures
finest as (
    select totals.*, inner_total.what is null as is_finest
    from totals
    left join (select distinct what, sheet, row_number from totals) as inner_total
      on totals.what = inner_total.what and totals.part_sheet = inner_total.sheet and totals.part_row = inner_total.row_number
)
select what, sheet, row_number, any_value(value) as total,
    case when any_value(is_added and is_comparable) then sum(part_value) filter (is_finest and is_same_group) end as parts,
    list(distinct coalesce(place, partner) order by coalesce(place, partner)) filter (is_finest) as units
from finest
group by what, sheet, row_number
order by what, sheet, row_number;
