-- one row per answer of the partnership survey: round, partner and its kind, factor as written, score
select round, partner, current_partners.kind, factor, score, respondent, comment
from current_survey
left join current_partners on current_partners.code = current_survey.partner
where score is not null
order by round, factor, partner, respondent;
