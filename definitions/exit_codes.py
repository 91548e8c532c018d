"""What every command of Dampak answers to the shell that called it."""

DONE, ERRORS, USAGE = 0, 1, 2
"""All is well; something in what was given, or in what was found, stands in the way; the call itself is wrong."""
