-- one row per joint fundraising campaign: goal, raised, donors, and how the time stands
select campaigns.code, campaigns.name, programme, partners, channel, "start", "end", goal, raised, raised / nullif(goal, 0) as raised_share,
    donors, raised / nullif(donors, 0) as mean_gift, currency, elapsed("start", "end", $as_of::date) as time_share,
    date_diff('day', $as_of::date, "end") as days_left,
    case when raised >= goal then 'reached' when "start" > $as_of::date then 'planned'
         when "end" < $as_of::date then 'ended' else 'running' end as standing
from current_campaigns as campaigns
where ($programme::varchar is null or programme = $programme)
order by "start" desc, code;
