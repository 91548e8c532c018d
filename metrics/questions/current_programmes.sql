-- one row per programme, with the fields of the workbook's sheet
select code, name, name_en, lead, "start", "end", budget, currency, theme, mission
from current_programmes
order by code;
