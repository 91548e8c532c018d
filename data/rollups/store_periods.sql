-- keep what was made of the scopes
insert into rollup_periods select * from scope_periods;
