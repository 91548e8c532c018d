"""Spreadsheets into DuckDB: read, recognise, check, preview, store, undo.

The way of a file, each step with what it hands on:

    intake             what is done with one file or many: check, attempt, load, store_ready → Outcome
      reading          bytes → Workbook of typed cells, in a process of its own; Refused says why not
      corrections      what was accepted on the page takes the place of cells
      recognise        which sheet is what: template_sheets, else layouts/ (kobo, tracking, logframe) → Recognised
        layouts/       any other table → one long table, every value led back to its cell; questions where not sure
      staging          Recognised → typed rows in temporary tables new_*; every step adds its Problems
        bodies, columns, figure_column   cells → numbers, periods, dates, answers
        left_out, resolving, restatements   totals and notes; names → codes; baselines said anew
        checks/*.sql, crossing   what the rows say of each other and of the ledger
      consequences     what storing would change → preview
      ledger           append: nothing is overwritten, an upload can be undone

Beside it: mapping and remembered_mappings (what a person chose), proposal (what the mapping screen shows), annotated/
(the user's own file back, its problems marked).
"""
