-- keep what was made of the scopes
insert into rollup_periods by name select * from scope_periods;
