-- one row: the class of a mean score
select score_class($score::double, $all_met::boolean) as class;
