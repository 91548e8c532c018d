"""The style sheet of every screen. serve.py puts it into the page; without serve.py a rerun brings it."""

from pathlib import Path

TEXT = Path(__file__).with_name("style.css").read_text("utf-8")  # constant: read once, no data in it
is_in_the_page = False
