"""The floor for Ringkasan: a page with the same elements, every figure and sentence a constant.

Served by benchmarks.filter_change beside the real one. It asks nothing, computes nothing and remembers nothing.
"""

import json
import os
from pathlib import Path

import streamlit as st

from charts.theme import CONFIG

WORDS = json.loads(Path(os.environ["DAMPAK_CONSTANTS"]).read_text("utf-8"))

st.set_page_config(page_title="Dampak", layout="wide")
st.title("Ringkasan")
with st.container(horizontal=True, key="filters"):
    chosen = [st.selectbox(kind, options, label_visibility="collapsed") for kind, options in WORDS["options"].items()]
figure = WORDS["figures"][WORDS["options"]["programme"].index(chosen[0]) % len(WORDS["figures"])]
st.header(f"12 dari 18 indikator · {chosen[0]}", anchor=False)
st.text("TW III 2026 · semua program · semua mitra · semua lokasi")
st.pills("Show", WORDS["shown"], default=WORDS["shown"][0], label_visibility="collapsed")
st.subheader("Temuan", anchor=False)
st.caption("Kemajuan dari nilai awal ke target")
st.plotly_chart(figure, theme=None, config=CONFIG, key="bullets")
st.caption("Sumber: laporan mitra")
with st.expander("Tabel"):
    st.table(WORDS["table"])
for column in st.columns(2, gap="large"):
    with column:
        st.subheader("Kalimat", anchor=False)
        for sentence in WORDS["sentences"]:
            st.text(sentence)
st.subheader("Kelengkapan", anchor=False)
st.text("1.175 dari 1.287 laporan sudah masuk (91%).")
