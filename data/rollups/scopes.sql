-- one row per scope that is made in one pass: which of partner and place are told apart
create or replace temp table scopes as
select unnest($by_partner::boolean[]) as by_partner, unnest($by_place::boolean[]) as by_place;
