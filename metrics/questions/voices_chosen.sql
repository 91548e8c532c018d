-- one row per feedback entry of a choice (NULL: all of them), of the table `judged` (see voices_judged)
select * from judged
where ($programme::varchar is null or programme = $programme)
  and ($indicator::varchar is null or indicator = $indicator)
  and ($partner::varchar is null or partner = $partner)
  and ($place::varchar is null or place = $place)
  and ($theme::varchar is null or list_contains(
        themes, coalesce(($codebook).keys[list_position(($codebook).names, lower(trim($theme)))], $theme)));
