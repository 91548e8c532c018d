"""The number that stands on everything that is given away."""

VERSION = "0.3"
