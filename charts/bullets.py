"""Where do we stand: one row an indicator, each on its way from baseline to target, with one target line."""

import pandas as pd

from charts.bullet_drawing import picture, way
from charts.chart import About, Chart, alt_text, foot, latest_period, more_words, only, subtitle, table
from charts.labels import row_labels
from charts.missing import measure_mark, missing_mark, reason_text, records, unpromised_mark
from charts.numbers import number, percent, period_label
from charts.rows import judged_text, target_text
from charts.theme import Look, empty_figure
from definitions.schemes import FAVOURABLE
from locales import Translate

UNDECIDED = (None, "no_data", "not_due")


def bullet_list(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """Progress of every row of `frame` toward its target, in the frame's order.

    Columns of `metrics progress` (actual, target, baseline, expected in the row's `unit`; progress and achievement as
    fractions), with `name`, `place_name`, `partner_name`, `direction`. A row without progress shows its achievement,
    hatched; a row with neither shows why. At most 40 rows are drawn (7 when large); the table has them all.
    """
    rows, look, about = records(frame), Look(large, dark), about or About()
    title, labels = finding(rows, t), row_labels(rows, t)
    return Chart(
        figure=picture(rows[: look.rows], labels[: look.rows], t, look) if rows else empty_figure(title, t, look),
        narrow=picture(rows[: look.rows], labels[: look.rows], t, Look(dark=dark, narrow=True)) if rows else None,
        title=title,
        subtitle=subtitle(
            t("Progress from baseline to target"),
            about.place or only([row.get("place_name") for row in rows]),
            about.period or latest_period(rows, t),
            t("% of the way"),
        ),
        source=foot(rows, about, t, *notes(rows, look, t)),
        table=table([cells(row, label, t) for row, label in zip(rows, labels, strict=True)], headers(t)),
        alt=alt_text(title, t("Bars, one row an indicator"), t),
    )


def finding(rows: list[dict], t: Translate) -> str:
    """How many of the rows that have a verdict go as agreed."""
    judged = [row for row in rows if row.get("status") not in UNDECIDED]
    if not rows:
        return t("No indicators to show")
    if not judged:
        return t("No indicator can be judged yet")
    good = sum(row["status"] in FAVOURABLE for row in judged)
    own = dict.fromkeys(row["band_word"] for row in judged if row.get("band_word") and row["status"] in FAVOURABLE)
    if own:
        return t("{n} of {m} judged indicators are “{words}”", n=number(good, t), m=number(len(judged), t),
                 words=" / ".join(own))  # fmt: skip
    return t.plural("{n} of {m} judged indicator is met or on track",
                    "{n} of {m} judged indicators are met or on track", len(judged), n=number(good, t),
                    m=number(len(judged), t))  # fmt: skip


def notes(rows: list[dict], look: Look, t: Translate) -> list[str]:
    """What the foot must add: what hatching means, and how many rows are in the table only."""
    hatched = (
        t("hatched: share of target, without a baseline") if any(way(row).is_share_of_target for row in rows) else ""
    )
    left = len(rows) - look.rows
    return [hatched, more_words(left, look.large, t)]


def headers(t: Translate) -> list[str]:
    """The heads of the table, in the order of `cells`."""
    return [
        t("Indicator"), t("Status"), t("Progress"), t("Achievement"), t("Actual"), t("Target"), t("Baseline"),
        t("Expected by now"), t("Latest period"), t("Reports"), t("Note"),
    ]  # fmt: skip


def cells(row: dict, label: str, t: Translate) -> list[str]:
    """A row as text; a missing measure carries the mark of its reason, a missing report is "—"."""
    unit, reason = row.get("unit"), row.get("reason")
    return [
        label,
        judged_text(row, t),
        *(
            percent(row[name], t) if row.get(name) is not None else measure_mark(row)
            for name in ("progress", "achievement")
        ),
        number(row["actual"], t, unit) if row.get("actual") is not None else missing_mark(reason),
        target_text(row, t),
        *(
            number(row[name], t, unit) if row.get(name) is not None else unpromised_mark(reason)
            for name in ("baseline", "expected")
        ),
        period_label(row.get("actual_period"), t),
        reports_text(row, t),
        reason_text(reason, t) if reason else "",
    ]


def reports_text(row: dict, t: Translate) -> str:
    """ "3 dari 4"; "—" when it is not known how many are due."""
    if row.get("reports_due") is None:
        return number(row.get("reports"), t)
    return t("{n} of {m}", n=number(row.get("reports"), t), m=number(row["reports_due"], t))
