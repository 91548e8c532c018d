"""What is given away: the same figures as on the screens, as a workbook, slides, a printed page, a file for machines.

`content.py` asks the questions once; every other module gives its answer one form. `python -m reports` is the command
line.
"""
