-- one row: spending so far against time and budget
select burn_rate($spent::double, $months::double) as burn_rate,
    burn_ratio($spent::double, $budget::double, $months::double, $months_in_all::double) as burn_ratio,
    projected_spend($spent::double, $months::double, $months_in_all::double) as projected_spend,
    runway($spent::double, $budget::double, $months::double) as runway;
