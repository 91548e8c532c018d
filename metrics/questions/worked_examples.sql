-- one row per example on the page Data & methods: what the formula itself makes of the figures told there
select * from (values
    ('progress', progress(30, 40, 20)),
    ('achievement', achievement(90, 120, 'up')),
    ('capaian_up', capaian(90, 120, null, null, 'up')),
    ('capaian_down', capaian(18, 20, null, null, 'down')),
    ('expected', expected_linear(40, 20, elapsed(date '2025-01-01', date '2027-01-01', date '2026-01-01'))),
    ('on_track', on_track(32, 40, 30)),
    ('keep', is_met(93, 95, null, null, 'keep', $keep_tolerance)::integer),
    ('ratio', (45 + 10) / (60 + 40)::double),
    ('mean_of_shares', (45 / 60.0 + 10 / 40.0) / 2),
    ('share', 12 / 30), ('share_low', wilson_low(12, 30)), ('share_high', wilson_high(12, 30)),
    ('index', (select index_of(share, 1, 0.75) from (values (1.4), (0.5), (-0.2)) as parts(share))),
    ('uncapped', (select avg(share) from (values (1.4), (0.5), (-0.2)) as parts(share)))
) as examples(example, value);
