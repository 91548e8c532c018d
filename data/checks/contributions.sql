-- one row per thing to say about the contributions of the upload
select sheet, row_number, 'pledged' as field, 'negative_figure' as code, 'warn' as severity,
    pledged::varchar as found, null as expected, null::integer as first
from staged_contributions where pledged < 0
union all
select sheet, row_number, 'delivered' as field, 'negative_figure' as code, 'warn' as severity,
    delivered::varchar as found, null as expected, null::integer as first
from staged_contributions where delivered < 0
order by all;
