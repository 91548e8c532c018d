"""What people write into the forms of the dashboard: what it needs is there, and nothing personal of others is kept."""

from data.masking import findings, mask, masked


class Unfinished(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """Something lacks what it needs; `args[0]` is the name of the field."""


def need(**fields: object) -> None:
    """Raise Unfinished for the first field that is empty; a text of blanks is empty."""
    for name, value in fields.items():
        if not (value.strip() if isinstance(value, str) else value):
            raise Unfinished(name)


class TooLong(Unfinished):
    """A text is longer than there is room for; `args` are the name of the field, its length and the most."""


def within(most: dict[str, int], **fields: str) -> None:
    """Raise TooLong for the first text of more characters than `most` has for it: nothing is cut in silence."""
    for name, value in fields.items():
        if len(value.strip()) > most[name]:
            raise TooLong(name, len(value.strip()), most[name])


def words(written: str) -> str:
    """The words as they are kept: masked."""
    return mask(written.strip())


def person(written: str) -> str:
    """Who decides stands by it with a name; the numbers and addresses beside the name are nobody's business."""
    return naming(written)


def naming(written: str) -> str:
    """Words that may say who does something, by name; numbers and addresses in them are masked."""
    text = written.strip()
    return masked(text, [found for found in findings(text) if found.kind != "nama"])
