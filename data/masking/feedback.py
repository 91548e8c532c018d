"""Masking of the sheet Feedback before it is stored: what people said, and the short answers beside it."""

from collections import Counter

import pyarrow as pa

from data.masking import findings, masked

FIELDS = ("text", "channel", "theme", "age")
"""Fields of the sheet that people fill with words of their own."""


def mask_feedback(table: pa.Table) -> tuple[pa.Table, dict[str, int]]:
    """The table with its own-words fields masked, and how many identifiers of each kind were masked.

    A text that stands in many rows is read once and counted in each of them.
    """
    counts: Counter[str] = Counter()
    for field in FIELDS:
        if field not in table.column_names or not pa.types.is_string(table.schema.field(field).type):
            continue
        encoded = table.column(field).combine_chunks().dictionary_encode()
        texts = encoded.dictionary.to_pylist()
        found = [findings(text) for text in texts]
        if not any(found):
            continue
        times = Counter(encoded.indices.drop_null().to_pylist())
        for number, spans in enumerate(found):
            for finding in spans:
                counts[finding.kind] += times[number]
        clean = pa.array([masked(text, spans) for text, spans in zip(texts, found, strict=True)], pa.string())
        table = table.set_column(table.column_names.index(field), field, clean.take(encoded.indices))
    return table, dict(counts.most_common())
