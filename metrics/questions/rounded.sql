-- one row: a figure to so many decimals; without a number of them as it is
select case when $digits::integer is null then $fraction::double else rounded($fraction::double, $digits::integer) end as rounded;
