"""How the values of the sample move from quarter to quarter, a generator of its own for every site."""

from collections.abc import Iterator
from random import Random

from data.sample.promises import PLAN, PROMISES, REPORTED
from data.sample.sites import (
    CROWD,
    DAYS_TO_WORK,
    EMPLOYED,
    FED_SHARE,
    LENT_SHARE,
    SAFE_WATER,
    SORTED_SHARE,
    STUNTING,
    TRAINED_SHARE,
    Site,
)

TARGET_COLUMNS = ["indicator", "period", "partner", "place", "group", "value"]
RESULT_COLUMNS = [*TARGET_COLUMNS, "numerator", "denominator", "note", "evidence"]
Row = dict[str, str]
RAIN = [1.00, 1.13, 1.03, 0.95, 1.02, 1.11, 0.99, 0.96]  # diarrhoea: wet months, then the dry season
FEASTS = [1.04, 0.98, 1.05, 0.97, 1.03, 1.02, 1.04, 1.00]  # waste: Lebaran and the end of the year


def chance(indicator: str, site: Site) -> Random:
    """A generator of its own for an indicator at a site."""
    return Random(f"{indicator} {site.partner} {site.place}")


def near(random: Random, value: float, spread: float) -> float:
    """A value around `value`, mostly within `spread` (a share)."""
    return value * random.gauss(1, spread / 2)


def figure(value: float, decimals: int = 0) -> str:
    """A number as it is typed: a dot, no needless zeros."""
    text = f"{round(value, decimals):.{max(decimals, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def row(indicator: str, period: str, site: Site, group: str = "", **cells: str) -> Row:
    """One result; the cells that are not given stay blank."""
    given = {
        "indicator": indicator,
        "period": period,
        "partner": site.partner,
        "place": site.place,
        "group": group,
    }
    return dict.fromkeys(RESULT_COLUMNS, "") | given | cells


def reached(random: Random, site: Site, spread: float) -> Iterator[tuple[int, str, float]]:
    """The level at a site by the end of each quarter: planned share times pace, and noise."""
    for step, quarter in enumerate(REPORTED):
        share = near(random, PLAN[step] * site.pace, spread)
        yield step, quarter, site.start + (site.goal - site.start) * share


def stock(indicator: str, table: list[Site], step_size: int = 1) -> Iterator[Row]:
    """A state that only grows, counted in steps: people with safe water, groups, savers."""
    for site in table:
        level = site.start
        for _, quarter, value in reached(chance(indicator, site), site, 0.12):
            level = max(level, value // step_size * step_size)
            yield row(indicator, quarter, site, value=figure(level))


def reduction(indicator: str, table: list[Site], season: list[float], decimals: int) -> Iterator[Row]:
    """A quarterly amount that should fall, with its season."""
    for site in table:
        random = chance(indicator, site)
        for step, quarter, value in reached(random, site, 0.2):
            yield row(indicator, quarter, site, value=figure(near(random, value * season[step], 0.04), decimals))


def share_of(indicator: str, table: dict[Site, int], spread: float, with_value: bool) -> Iterator[Row]:
    """A ratio of counts: the share moves, the whole drifts a little; some write the per cent as well."""
    for site, whole in table.items():
        random = chance(indicator, site)
        for step, quarter, percent in reached(random, site, spread):
            denominator = round(near(random, whole * (1 + 0.004 * step), 0.015))
            numerator = round(denominator * percent / 100)
            value = figure(100 * numerator / denominator, 1) if with_value else ""
            yield row(indicator, quarter, site, value=value, numerator=str(numerator), denominator=str(denominator))


def built(indicator: str, table: list[Site]) -> Iterator[Row]:
    """Whole things finished in each quarter."""
    for site in table:
        done = 0
        for _, quarter, value in reached(chance(indicator, site), site, 0.15):
            yield row(indicator, quarter, site, value=str(max(0, round(value) - done)))
            done = max(done, round(value))


def flow(indicator: str, shares: dict[Site, float], spread: float) -> Iterator[tuple[str, Site, Random, float]]:
    """What a site does in each quarter: its share of what its partner (or all) promised, times its pace."""
    for site, share in shares.items():
        random = chance(indicator, site)
        promise = PROMISES.get((indicator, site.partner)) or PROMISES[indicator, ""]
        for step, quarter in enumerate(REPORTED):
            if promise[step] is not None:
                yield quarter, site, random, near(random, promise[step] * share * site.pace, spread)


def fed_children() -> Iterator[Row]:
    """Children given supplementary food, girls and boys, and the total beside them."""
    for quarter, site, random, value in flow("GIZI-02", FED_SHARE, 0.2):
        total = round(value)
        girls = round(total * random.uniform(0.45, 0.54))
        unknown = 3 if (quarter, site.place) == ("2025-Q3", "34.02") else 0
        yield row("GIZI-02", quarter, site, value=str(total))
        yield row("GIZI-02", quarter, site, "sex=f", value=str(girls))
        yield row("GIZI-02", quarter, site, "sex=m", value=str(total - girls - unknown))


def trained_people() -> Iterator[Row]:
    """People trained by sex and age; the women's cooperative trains women only."""
    for quarter, site, random, value in flow("VOK-01", TRAINED_SHARE, 0.25):
        total = round(value)
        women = total if site.partner == "SUMUNAR" else round(total * random.uniform(0.42, 0.58))
        for sex, people in (("f", women), ("m", total - women)):
            young = round(people * random.uniform(0.55, 0.78))
            for age, count in (("18-24", young), ("25-34", people - young)):
                if site.partner != "SUMUNAR" or sex == "f":
                    yield row("VOK-01", quarter, site, f"sex={sex};age={age}", value=str(count))


def stunted_children() -> Iterator[Row]:
    """Children measured and stunted, by age and sex; boys and the older ones are stunted more often."""
    odds = {("0-23m", "f"): 0.84, ("0-23m", "m"): 0.97, ("24-59m", "f"): 1.02, ("24-59m", "m"): 1.1}
    parts = {("0-23m", "f"): 0.195, ("0-23m", "m"): 0.205, ("24-59m", "f"): 0.295, ("24-59m", "m"): 0.305}
    for site, children in STUNTING.items():
        random = chance("GIZI-01", site)
        for _, quarter, percent in reached(random, site, 0.12):
            for group, part in parts.items():
                measured = round(near(random, children * part, 0.05))
                stunted = round(measured * near(random, percent * odds[group], 0.05) / 100)
                counts = {"numerator": str(stunted), "denominator": str(measured)}
                yield row("GIZI-01", quarter, site, "age={};sex={}".format(*group), **counts)


def lent_money() -> Iterator[Row]:
    """Loans paid out, in million rupiah; loans come in halves of a million."""
    for quarter, site, _, value in flow("PER-03", LENT_SHARE, 0.3):
        yield row("PER-03", quarter, site, value=figure(round(value * 2) / 2, 1))


def sorted_waste() -> Iterator[Row]:
    """Tonnes sorted or processed."""
    for quarter, site, _, value in flow("SAM-02", SORTED_SHARE, 0.18):
        yield row("SAM-02", quarter, site, value=figure(value, 1))


def surveyed(indicator: str, table: list[Site], quarters: list[str], decimals: int) -> Iterator[Row]:
    """A survey or a self-assessment twice a year, from `start` in the first round to `goal` in the last."""
    for site in table:
        random = chance(indicator, site)
        for turn, quarter in enumerate(quarters):
            value = site.start + (site.goal - site.start) * turn / (len(quarters) - 1)
            yield row(indicator, quarter, site, value=figure(near(random, value, 0.05), decimals))


def chlorine() -> Iterator[Row]:
    """Free chlorine at household taps, mg/L: a level of its own at each site, drifting within the range."""
    for site in SAFE_WATER:
        random = chance("AIR-03", site)
        usual = random.uniform(0.24, 0.36)
        for quarter in REPORTED:
            yield row("AIR-03", quarter, site, value=figure(near(random, usual, 0.18), 2))


def largest_crowd() -> Iterator[Row]:
    """The most people in one clean-up of the quarter; August brings out most."""
    for site in CROWD:
        random = chance("SAM-04", site)
        for quarter in REPORTED:
            feast = 1.0 if quarter.endswith("Q3") else 0.35
            value = site.start + (site.goal - site.start) * feast * random.uniform(0.5, 1)
            yield row("SAM-04", quarter, site, value=figure(value))


def employed_graduates() -> Iterator[Row]:
    """Graduates at work six months on, of those traced; the first could be traced in 2025-Q2."""
    for site, traced in EMPLOYED.items():
        random = chance("VOK-02", site)
        for turn, quarter in enumerate(REPORTED[2:]):
            whole = round(near(random, traced * (0.7 + 0.1 * turn), 0.2))
            percent = near(random, site.start + (site.goal - site.start) * turn / 5, 0.1)
            counts = {"numerator": str(round(whole * percent / 100)), "denominator": str(whole)}
            yield row("VOK-02", quarter, site, **counts)


def days_to_work() -> Iterator[Row]:
    """Mean days from graduation to the first income: a quick fall in the first year, then it stays."""
    bend = [1.0, 0.93, 0.9, 0.885, 0.88, 0.875]
    for site in EMPLOYED:
        random = chance("VOK-03", site)
        usual = DAYS_TO_WORK.get(site.place, 134)
        for turn, quarter in enumerate(REPORTED[2:]):
            yield row("VOK-03", quarter, site, value=figure(near(random, usual * bend[turn], 0.05)))


def agreement() -> Iterator[Row]:
    """Whether employers have agreed to take graduates: 1 yes, 0 no; reported at two moments."""
    forum = Site("UKP", "", 0, 1)
    yield row("VOK-04", "2025-Q2", forum, value="0")
    yield row("VOK-04", "2025-Q4", forum, value="1")
