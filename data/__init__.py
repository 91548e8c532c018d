"""Spreadsheets into DuckDB: read, recognise, check, preview, store, undo."""
