"""Data & methods: formulas, definitions, who has reported, uploads and origin, places and privacy."""

import streamlit as st

from data.sample import is_empty
from ui import methods_formulas, methods_tables, methods_verification, quality_parts
from ui.furniture import head, nothing_yet, section
from ui.session import visit

here = visit()
t = here.t

head(
    t("Data & methods"), t("How every figure is worked out, what it means, and from which cell of which file it comes.")
)
rules, definitions, reports, quality, uploads, checked, care = st.tabs(
    [t("Formulas"), t("Indicators"), t("Who has reported"), t("Data quality"), t("Uploads and origin"),
     t("Verification"), t("Places and privacy")]
)  # fmt: skip

with rules:
    methods_formulas.formula_cards(here)
    section(t("Status"))
    methods_formulas.status_bands(t)
    methods_formulas.other_schemes(t)
    section(t("When there is no figure"))
    methods_formulas.missing_marks(t)

for tab, part in ((definitions, methods_tables.definitions), (reports, methods_tables.reporting),
                  (quality, quality_parts.section)):  # fmt: skip
    with tab:
        if is_empty(here.store):
            nothing_yet(here)
        else:
            part(here)

with uploads:
    if is_empty(here.store):
        nothing_yet(here)
    else:
        section(t("Where does a figure come from?"))
        methods_tables.origin(here)
        section(t("Upload log"))
        methods_tables.upload_log(here)

with checked:
    methods_verification.verification(here)

with care:
    section(t("Places"))
    st.text(t("Provinces, regencies and cities carry the codes of the Ministry of Home Affairs (Kemendagri, "
              "Kepmendagri "
              "300.2.2-2138 of 2025). Statistics Indonesia (BPS) numbers Papua differently, so a bare number is "
              "read as a "
              "Kemendagri code. Villages and other places are kept by the name that was written."))  # fmt: skip
    section(t("Privacy"))
    st.text(t("Quotes are shown only with consent, and only with place, month, sex and age band: no names, no days, "
              "no contacts. "
              "Please leave names and numbers of people out of the workbook. Complaints about abuse or fraud belong "
              "in a "
              "confidential channel of their own, not in a dashboard."))  # fmt: skip
    st.text(
        t(
            "The data stay in one file on this machine. No page fetches anything from another host, and no usage "
            "is counted."
        )
    )
    section(t("Sample data"))
    st.text(t("The sample is a forum that does not exist. Its people, partners and figures are made up; only the "
              "names of places "
              "are real. While it is on, every screen says so, and it can be removed with one click."))  # fmt: skip
