"""`python -m metrics themes`: learn from one CSV, code another, no store needed."""

import argparse
import csv
import sys

from locales import translator
from metrics.themes import ThemeCoder

DONE, ERRORS, USAGE = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Print the suggestions as CSV. Returns 0 when done, 1 when a file cannot be used."""
    t = translator(options.lang)
    tables = {}
    for path, needed in ((options.train, ("text", "label")), (options.predict, ("text",))):
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
        except (OSError, UnicodeDecodeError, csv.Error):
            return _fail(t("The file {path} cannot be read.", path=path))
        if rows and not set(needed) <= set(rows[0]):
            return _fail(t("The file {path} needs the columns {columns}.", path=path, columns=", ".join(needed)))
        tables[path] = rows
    coded = [row for row in tables[options.train] if row["label"] not in (None, "")]
    if not coded:
        return _fail(t("The file {path} has no coded text.", path=options.train))
    coder = ThemeCoder([row["text"] or "" for row in coded], [row["label"] for row in coded])
    texts = [row["text"] or "" for row in tables[options.predict]]
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["text", "label", "confidence"])
    writer.writerows((text, found.label, f"{found.confidence:.4f}")
                     for text, found in zip(texts, coder.suggest(texts), strict=True))  # fmt: skip
    return DONE


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return ERRORS
