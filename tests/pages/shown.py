"""What a screen shows, as text, for tests."""

from streamlit.testing.v1 import AppTest

NEVER = {"nan", "None", "NaT", "<NA>", "NaN"}


def texts(app: AppTest) -> list[str]:
    """Every text on the screen: labels, headings, paragraphs, metrics, links, cells of tables, headers."""
    found: list[str] = []
    for block in (app.main, app.sidebar):
        _collect(block, found)
    return found


def words(app: AppTest) -> str:
    """The same as one text, without the signs that keep Markdown from reading names as markup."""
    return "\n".join(texts(app)).replace("\\", "").replace("\N{WORD JOINER}", "")


def _collect(block, found: list[str]) -> None:
    for node in block.children.values():
        value = getattr(node, "value", None)
        if hasattr(value, "columns"):
            found += [str(name) for name in value.columns]
            found += [str(cell) for row in value.itertuples(index=False) for cell in row]
        elif node.type not in ("selectbox", "button_group", "text_input", "button", "plotly_chart"):
            found += [str(value)] if isinstance(value, str) else []
        found += [node.label] if isinstance(getattr(node, "label", None), str) else []
        found += [str(option) for option in getattr(node, "options", ())]
        if hasattr(node, "children"):
            _collect(node, found)
