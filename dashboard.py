"""The list of screens. `python serve.py` serves it; plain `streamlit run dashboard.py` works too."""

import streamlit as st

from locales import translator
from ui import screens, sharing
from ui.furniture import frame_of_screen, opened_visit
from ui.language import chosen_language

st.set_page_config(page_title="Dampak", page_icon="📈", layout="wide")

t = translator(chosen_language())
screen = st.navigation(
    screens.kept(
        t.language,
        lambda: {
            t("Look"): [
                st.Page(
                    "pages/overview.py", title=t("Overview"), icon=":material/dashboard:", url_path="home", default=True
                ),
                # the first screen stands at /; whoever types /overview, as with every other screen, finds it too
                st.Page("pages/overview.py", title=t("Overview"), url_path="overview", visibility="hidden"),
                st.Page(
                    "pages/indicators.py", title=t("Indicators"), icon=":material/checklist:", url_path="indicators"
                ),
                st.Page("pages/indicator.py", title=t("Indicator"), url_path="indicator", visibility="hidden"),
                st.Page("pages/places.py", title=t("Places & activities"), icon=":material/map:", url_path="places"),
                st.Page("pages/voices.py", title=t("Community voices"), icon=":material/forum:", url_path="voices"),
            ],
            t("Partnership"): [
                st.Page(
                    "pages/partners.py",
                    title=t("Partners & partnership"),
                    icon=":material/groups:",
                    url_path="partners",
                ),
                st.Page(
                    "pages/contributions.py",
                    title=t("Funds & contributions"),
                    icon=":material/volunteer_activism:",
                    url_path="contributions",
                ),
            ],
            t("Meet"): [
                st.Page("pages/meeting.py", title=t("Meeting screen"), icon=":material/slideshow:", url_path="meeting"),
                st.Page(
                    "pages/storyboards.py",
                    title=t("Storyboards"),
                    icon=":material/playlist_play:",
                    url_path="storyboards",
                ),
                st.Page(
                    "pages/actions.py", title=t("Meetings & follow-up"), icon=":material/task_alt:", url_path="actions"
                ),
            ],
            t("Manage"): [
                st.Page("pages/upload.py", title=t("Upload data"), icon=":material/upload_file:", url_path="upload"),
                st.Page("pages/coding.py", title=t("Code feedback"), icon=":material/sell:", url_path="coding"),
                st.Page("pages/reports.py", title=t("Reports"), icon=":material/summarize:", url_path="reports"),
                st.Page("pages/methods.py", title=t("Data & methods"), icon=":material/menu_book:", url_path="methods"),
            ],
        },
    ),
    expanded=True,  # "View 3 more" would hide Reports behind words that no translation reaches
)
here = opened_visit()
sharing.follow_short_address(here)
frame_of_screen(here)
sharing.copy_link(here, screen.url_path)  # before the screen, which may stop: at a closed door, say
screen.run()
