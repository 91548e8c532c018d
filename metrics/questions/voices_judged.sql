-- one row per feedback entry up to a day: its themes, whether it is sensitive, answered and told back
select * from voices_judged($as_of, $codebook);
