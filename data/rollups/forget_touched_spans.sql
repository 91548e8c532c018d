-- the spans that are made anew
delete from rollup_spans
where (indicator, coalesce(period, '')) in (select indicator, coalesce(period, '') from spans);
