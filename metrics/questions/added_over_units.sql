-- one row per indicator whose figures are added up over partners and places
select code from current_indicators
where units_rule(measure, over_units) = 'sum'
order by code;
