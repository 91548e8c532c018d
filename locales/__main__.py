"""python -m locales [--from FILE.po ...]   brings locales/id/LC_MESSAGES/dampak.po up to date with the code, and lists
what is without Indonesian."""

import argparse
from pathlib import Path

from locales import CATALOGUE
from locales.extract import missing, update

parser = argparse.ArgumentParser(prog="python -m locales", description="Bring the Indonesian catalogue up to date.")
parser.add_argument(
    "--from",
    dest="sources",
    nargs="*",
    type=Path,
    default=[],
    metavar="FILE.po",
    help="take missing translations from these files",
)
catalogue = update(sources=parser.parse_args().sources)
untranslated = missing(catalogue)
for message in untranslated:
    print(f"  {message.id if isinstance(message.id, str) else message.id[0]}")
print(
    f"{CATALOGUE.name}: {len(catalogue)} sentences, {len(untranslated)} without Indonesian, "
    f"{len(catalogue.obsolete)} obsolete."
)
