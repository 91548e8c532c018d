"""Which status scheme a programme has chosen to be judged by. Append-only: the newest choice counts."""

from data.store import Store, run
from definitions import clock


def choose_scheme(store: Store, programme: str, scheme: str, *, chosen_by: str | None = None) -> None:
    """Append that `scheme` (a key of definitions.schemes) is the programme's own from now on."""
    now = clock.utc_now()
    with store.writing() as cursor:
        run(cursor, "insert into programme_schemes values ($programme, $scheme, $by, $now)",
            {"programme": programme, "scheme": scheme, "by": chosen_by, "now": now})  # fmt: skip


def chosen_schemes(store: Store) -> dict[str, str]:
    """By programme: the scheme that was chosen last."""
    with store.cursor() as cursor:
        return dict(
            run(
                cursor,
                """
            select programme, arg_max(scheme, (chosen_at, rowid)) from programme_schemes group by programme""",
            )
        )
