"""`python -m metrics themes`: learn from one CSV, code another, no store needed."""

import argparse
import csv
import sys

from definitions.exit_codes import DONE, ERRORS
from locales import translator
from metrics.labelled_texts import NoSuchColumn, one_spelling, read
from metrics.themes import ThemeCoder


def run(options: argparse.Namespace) -> int:
    """Print the suggestions as CSV. Returns 0 when done, 1 when a file cannot be used."""
    t = translator(options.lang)
    tables = {}
    for path, needed in ((options.train, ("text", "label")), (options.predict, ("text",))):
        try:
            rows = read(path, needed)
        except NoSuchColumn:
            return _fail(t("The file {path} needs the columns {columns}.", path=path, columns=", ".join(needed)))
        except (OSError, UnicodeError):
            return _fail(t("The file {path} cannot be read.", path=path))
        tables[needed] = rows
    coded = [row for row in tables["text", "label"] if row["label"].strip()]
    if not coded:
        return _fail(t("The file {path} has no coded text.", path=options.train))
    coder = ThemeCoder([row["text"] for row in coded], one_spelling([row["label"] for row in coded]))
    texts = [row["text"] for row in tables["text",]]
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["text", "label", "confidence"])
    writer.writerows((text, found.label, f"{found.confidence:.4f}")
                     for text, found in zip(texts, coder.suggest(texts), strict=True))  # fmt: skip
    return DONE


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return ERRORS
