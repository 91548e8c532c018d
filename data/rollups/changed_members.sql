-- one row per indicator with a unit that is new, has gone, or began on another day: to be made whole. Where figures are
-- added to what is kept, `unit_members` has but what the upload tells of: no unit goes, and none begins later
with
before as (
    select rollup_members.*, indicator in (select indicator from recounted) as is_recounted
    from rollup_members
    where by_group = $by_group and indicator in (select indicator from rolled)
      and coalesce(partner, '') in (select coalesce(partner, '') from touched_units)
      and coalesce(place, '') in (select coalesce(place, '') from touched_units)
)
select distinct coalesce(unit_members.indicator, before.indicator)
from unit_members
full join before
  on unit_members.indicator = before.indicator and unit_members.partner is not distinct from before.partner
 and unit_members.place is not distinct from before.place and unit_members."group" is not distinct from before."group"
where before.indicator is null
   or unit_members.first_day < before.first_day or unit_members.has_reported > before.has_reported
   or (is_recounted and (unit_members.indicator is null or unit_members.first_day <> before.first_day
                         or unit_members.has_reported <> before.has_reported));
