"""A ledger of many results, laid into the tables as the intake would lay it, for what is measured on large stores.

Indicators of four measures (a sum, the latest level, the most at once, a ratio), a target a year, and a result of every
partner in every place and quarter; with groups, of women and of men.
"""

from duckdb import DuckDBPyConnection

FIRST_YEAR = 2015
_UPLOAD = """
    insert into uploads select $upload, 'laporan.xlsx', $upload::varchar, 'xlsx', 1, now()::timestamp, null, false, 1
"""
_STORED = """
    insert into upload_events
    select coalesce(max(event_id), 0) + 1, $upload, 'stored', now()::timestamp, null, null, null from upload_events
"""
_DEFINE = """
    insert into indicators by name
    select 1 as upload_id, 'Indikator' as sheet, number::integer as row_number,
        'IND-' || lpad(number::varchar, 3, '0') as code, 'Keluarga yang dilayani, bagian ' || number as name,
        $programme::varchar as programme, $unit::varchar as unit, 'up' as direction,
        case number % 4 when 3 then 'ratio' else 'number' end as measure,
        ['sum', 'last', 'max', 'last'][number % 4 + 1] as over_time,
        ['sum', 'sum', 'max', 'ratio'][number % 4 + 1] as over_units, 1 as scale
    from range($indicators) as numbers (number)
"""
_TARGETS = """
    insert into targets by name
    select 1 as upload_id, 'Target' as sheet, 1 as row_number, code as indicator, of_year::varchar as period,
        'year' as period_kind, make_date(of_year, 1, 1) as period_start, make_date(of_year, 12, 31) as period_end,
        1000.0 as value
    from indicators cross join range($first_year, $first_year + $quarters // 4) as years (of_year)
"""
_RESULTS = """
    insert into results by name
    select $upload::integer as upload_id, 'Realisasi' as sheet, row_number() over ()::integer as row_number,
        code as indicator, ($first_year + quarter // 4)::varchar || '-Q' || (quarter % 4 + 1)::varchar as period,
        'quarter' as period_kind, make_date($first_year + quarter // 4, 3 * (quarter % 4) + 1, 1) as period_start,
        (period_start + interval 3 month - interval 1 day)::date as period_end,
        'MITRA-' || lpad(partner::varchar, 2, '0') as partner, 'Desa ' || lpad(place::varchar, 2, '0') as place,
        "group",
        case when measure <> 'ratio' then (hash(code, quarter, partner, place, "group") % 1000)::double end as value,
        case when measure = 'ratio' then (hash(code, quarter, partner, place, "group") % 100)::double end as numerator,
        case when measure = 'ratio' then 100.0 end as denominator
    from indicators
    cross join range($first_quarter, $end_quarter) as quarters (quarter)
    cross join range($first_partner, $end_partner) as partners (partner)
    cross join range($places) as places (place)
    cross join unnest($groups::varchar[]) as parts ("group")
"""


def lay_upload(cursor: DuckDBPyConnection, upload: int) -> None:
    """An upload that was stored."""
    cursor.execute(_UPLOAD, {"upload": upload})
    cursor.execute(_STORED, {"upload": upload})


def lay_indicators(cursor: DuckDBPyConnection, indicators: int, quarters: int, *, programme: str | None = None,
                   unit: str | None = None) -> None:  # fmt: skip
    """So many indicators in upload 1, each with a target for every year of so many quarters."""
    cursor.execute(_DEFINE, {"indicators": indicators, "programme": programme, "unit": unit})
    cursor.execute(_TARGETS, {"quarters": quarters, "first_year": FIRST_YEAR})


def lay_results(cursor: DuckDBPyConnection, upload: int, quarters: tuple[int, int], partners: tuple[int, int],
                places: int, groups: tuple[str | None, ...] = (None,)) -> None:  # fmt: skip
    """The results of quarters and partners from a first to before an end, in so many places, of each group."""
    cursor.execute(_RESULTS, {
        "upload": upload, "first_quarter": quarters[0], "end_quarter": quarters[1], "first_partner": partners[0],
        "end_partner": partners[1], "places": places, "groups": list(groups), "first_year": FIRST_YEAR})  # fmt: skip
