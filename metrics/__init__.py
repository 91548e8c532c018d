"""What the numbers mean: formulas as SQL macros, one question per .sql file, thin typed Python over them."""
