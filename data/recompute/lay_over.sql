-- what is stored of the audited indicators, set aside; and empty tables laid over the stored ones, to roll up into
create temp table stored_periods as from rollup_periods where indicator in (from audited);
create temp table stored_spans as from rollup_spans where indicator in (from audited);
create temp table stored_members as from rollup_members where indicator in (from audited);
create temp table stored_units as from rollup_units where indicator in (from audited);
create temp table rollup_periods as from rollup_periods limit 0;
create temp table rollup_spans as from rollup_spans limit 0;
create temp table rollup_members as from rollup_members limit 0;
create temp table rollup_units as from rollup_units limit 0;
