-- one row per partner, with the fields of the workbook's sheet
select code, name, kind, partnership_types, joined, agreement, agreement_end, focus, place
from current_partners
order by code;
