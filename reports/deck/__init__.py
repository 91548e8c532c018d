"""The slides of the report, one module a kind."""
