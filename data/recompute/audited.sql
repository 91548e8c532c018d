-- one row per indicator that is audited together with others
create or replace temp table audited as select unnest($indicators::varchar[]) as indicator;
