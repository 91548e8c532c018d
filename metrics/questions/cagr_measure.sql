-- one row: compound growth a year
select cagr($figure::double, $base::double, $years::double) as cagr;
