"""Layouts that are not the template's: each turns a sheet into long tables whose every figure knows its cell."""
