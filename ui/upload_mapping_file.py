"""A mapping file put on the page: it says how the workbooks are read that come with it, or next."""

from collections.abc import Sequence

import streamlit as st

from data.mapping import MappingError, mappings_in
from data.recognise import SheetMapping
from locales import Translate
from ui.literal import literal

_GIVEN, _WRONG = "upload_mapping_given", "upload_mapping_wrong"
_ENDING = ".toml"
_MOST_BYTES = 1_000_000


def parted(files: Sequence) -> tuple[list, list]:
    """Workbooks, and mapping files."""
    mappings = [file for file in files if file.name.lower().endswith(_ENDING)]
    return [file for file in files if file not in mappings], mappings


def keep_mapping(files: Sequence) -> None:
    """Keep what mapping files say for the workbooks of this drop, or of the next where they came alone."""
    st.session_state.pop(_WRONG, None)
    if not files:
        return
    found: list[SheetMapping] = []
    try:
        for file in files:
            found += mappings_in(file.getvalue()[:_MOST_BYTES].decode("utf-8"))
        st.session_state[_GIVEN] = (", ".join(file.name for file in files), found)
    except (MappingError, UnicodeDecodeError) as error:
        st.session_state[_WRONG] = (", ".join(file.name for file in files), str(error))


def given_mappings() -> list[SheetMapping]:
    """What a mapping file said, once."""
    return st.session_state.pop(_GIVEN, ("", []))[1]


def mapping_waiting(t: Translate) -> None:
    """That a mapping waits for its workbook; or why one cannot be used."""
    if waiting := st.session_state.get(_GIVEN):
        st.info(literal(t("The mapping {file} is ready. Now put the workbook here.", file=waiting[0])),
                icon=":material/tune:")  # fmt: skip
    if wrong := st.session_state.get(_WRONG):
        said = t("The mapping {file} cannot be used; the workbook is read without it. {reason}", file=wrong[0],
                 reason=wrong[1])  # fmt: skip
        st.warning(literal(said), icon=":material/tune:")
