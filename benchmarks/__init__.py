"""Measurements of the running dashboard, each a module and a command. They ask only this machine."""
