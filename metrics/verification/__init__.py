"""Published numbers worked out by the same code that measures a forum: what was printed, and what we get.

A case is {id, method, inputs, expected, tolerance, kind}. A finding is {id, method, computed, expected, ok} with
`computed` in the shape of `expected`, and a `reason` where it could not be worked out.
"""

from metrics.verification.cases import CaseFileError, read_cases, verify

__all__ = ["CaseFileError", "read_cases", "verify"]
