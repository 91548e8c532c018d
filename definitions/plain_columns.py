"""The values of a frame as plain Python has them: what every layer counts, writes and draws with."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa


def plain_column(column: pd.Series) -> list[Any]:
    """The values of a column, None for a missing one and a float for a Decimal; other values as pandas gives them."""
    if isinstance(column.dtype, pd.ArrowDtype) and not pa.types.is_temporal(column.dtype.pyarrow_dtype):
        values = column.array.__arrow_array__().to_pylist()  # value by value pandas takes several times as long
        return [None if value is None or value != value else float(value) if isinstance(value, Decimal) else value
                for value in values]  # fmt: skip
    return [None if gone else float(value) if isinstance(value, Decimal) else value
            for value, gone in zip(column.tolist(), column.isna().tolist(), strict=True)]  # fmt: skip
