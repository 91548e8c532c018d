-- one row: the part of a contribution that is not money
select in_kind_share($in_kind::double, $cash::double) as share;
