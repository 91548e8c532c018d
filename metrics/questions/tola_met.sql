-- one row: Toladata's "% met", for comparison alone: of a reduction it is target by actual, whatever the baseline
select case when $direction = 'down' then achievement($target::double, $actual::double, 'up')
            else achievement($actual::double, $target::double, 'up') end as met;
