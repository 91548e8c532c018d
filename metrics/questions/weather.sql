-- one row: what a figure will be at the target date if its mean yearly change goes on, and how much of the way that is
select
    $figure::double + $change::double * $years_left::double as projected,
    ($change::double * $years_left::double) / nullif($target::double - $figure::double, 0) as covered;
