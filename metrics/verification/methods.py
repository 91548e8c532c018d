"""Every method that can be verified, gathered from the modules that hold them."""

from metrics.verification import (  # noqa: F401  # each puts its methods into the registry
    aggregation_methods,
    agreement_methods,
    disaggregation_methods,
    feedback_methods,
    growth_methods,
    index_methods,
    indicator_methods,
    interval_methods,
    money_methods,
    outlook_methods,
    overlap_methods,
    partnership_methods,
    period_methods,
    privacy_methods,
    scheme_methods,
    time_methods,
    trend_methods,
    voice_methods,
)
from metrics.verification.registry import METHODS, method_named

__all__ = ["METHODS", "method_named"]
