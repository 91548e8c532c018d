-- one row: money of others for each unit of the grant, and as a share of the whole
select leverage($cofinance::double, $grant::double) as leverage,
    in_kind_share($cofinance::double, $grant::double) as share;
