"""What partners give: pledged and delivered, to which programme, beside its results. Currencies are never added."""

from datetime import date

import pandas as pd

from data.store import Store
from definitions.schemes import FAVOURABLE
from metrics.engine import ask
from metrics.progress import progress
from metrics.weight import weight_of


def contributions(
    store: Store, programme: str | None = None, partner: str | None = None, currency: str | None = None, *,
    as_of: date | None = None,
) -> pd.DataFrame:  # fmt: skip
    """One row per partner, programme, kind and currency; with `as_of` of the periods that had begun by that day.

    Returns:
        partner, programme, kind, currency, pledged, delivered, delivered_share (over entries where both are known),
        entries, not_reported (entries without a delivery), valuation, without_valuation (in-kind value without basis).
    """
    return ask(store, "contributions", programme=programme, partner=partner, currency=currency, as_of=as_of)


def currencies(store: Store, as_of: date | None = None) -> list[str]:
    """The currencies of the contributions, the one with most rows first; "" where none was stated."""
    return ask(store, "currencies", as_of=as_of)["currency"].tolist()


def programmes(store: Store, as_of: date, currency: str) -> pd.DataFrame:
    """One row per programme whose budget is in this currency: money beside time and results.

    Returns:
        programme, name, name_en, currency, budget, start, end, time_share, pledged_money, money, in_kind, delivered,
        not_reported, spent_share (money / budget), burn_ratio (spent_share / time_share), monthly,
        months_of_money_left, results (median on-track ratio of its indicators), judged, favourable (counts), ahead.
    """
    found = progress(store, as_of)
    judged = found[found["on_track"].notna()]
    by_programme = list(judged.groupby("programme"))
    return ask(
        store, "programme_money", as_of=as_of, currency=currency,
        programmes=[str(code) for code, _own in by_programme],
        results=[float(own["on_track"].astype(float).median()) for _code, own in by_programme],
        judged=[len(own) for _code, own in by_programme],
        favourable=[int(own["status"].isin(FAVOURABLE).sum()) for _code, own in by_programme],
    )  # fmt: skip


def outputs(store: Store, as_of: date, currency: str) -> pd.DataFrame:
    """One row per counted output indicator: the whole cost of its programme so far, and of one output.

    Returns:
        indicator, programme, unit, outputs (the actual), cost (all delivered to the programme, in kind too),
        cost_per_output, sharing (other outputs that the same cost stands behind), reason (no_cost, no_data, no_output),
        left_out (what was delivered in other currencies and is not in the cost: "USD 40").
    """
    found = progress(store, as_of)
    found = found[(found["level"] == "output") & (found["measure"] == "number")]
    plain = found.astype(object).where(found.notna(), None)
    return ask(
        store, "unit_costs", as_of=as_of, currency=currency, indicators=plain["indicator"].tolist(),
        programmes=plain["programme"].tolist(), units=plain["unit"].tolist(), actuals=plain["actual"].tolist(),
    )  # fmt: skip


def totals(
    store: Store, currency: str, programme: str | None = None, partner: str | None = None, *,
    as_of: date | None = None,
) -> dict[str, float | None]:  # fmt: skip
    """money, in_kind (delivered), in_kind_share, and without_valuation: in-kind value without a stated basis."""
    found = ask(store, "contribution_totals", currency=currency, programme=programme, partner=partner, as_of=as_of)
    return {name: None if pd.isna(value) else float(value) for name, value in found.iloc[0].items()}


def concentration(
    store: Store, currency: str, programme: str | None = None, *, as_of: date | None = None
) -> dict[str, object]:
    """On how many shoulders the delivered money rests: see `weight_of`."""
    found = contributions(store, programme, currency=currency, as_of=as_of)
    money = found[(found["kind"] == "money") & found["delivered"].notna()]
    return weight_of(money.astype({"delivered": float}).groupby("partner")["delivered"].sum().to_dict())


def campaigns(store: Store, as_of: date, programme: str | None = None) -> pd.DataFrame:
    """One row per joint fundraising campaign: goal, raised, raised_share, donors, mean_gift, days_left, standing."""
    return ask(store, "campaigns", as_of=as_of, programme=programme)
