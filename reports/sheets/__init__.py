"""The sheets of the report's workbook, one module each."""
