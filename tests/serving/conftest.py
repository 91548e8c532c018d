"""A dashboard to serve: a throw-away page with a chart, a table, an upload and a download."""

import pytest

from benchmarks.servers import served

PAGE = """
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Uji", layout="wide")
st.title("Desa Sukamaju")
year = st.selectbox("Tahun", [2024, 2025])
st.plotly_chart(go.Figure(go.Bar(x=["target", "realisasi"], y=[100, year - 1944])))
if st.query_params.get("semua"):
    st.dataframe(pd.DataFrame({"desa": ["Sukamaju", "Mekarsari"], "nilai": [80, 81]}))
    uploaded = st.file_uploader("Unggah")
    st.write("diterima", len(uploaded.getvalue()) if uploaded else 0)
    st.download_button("Unduh", b"desa,nilai\\nSukamaju,7\\n", file_name="hasil.csv", mime="text/csv")
"""


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory):
    """A real server behind serve.py's guards, on a free port, with the project's own settings."""
    folder = tmp_path_factory.mktemp("dashboard")
    script = folder / "page.py"
    script.write_text(PAGE, encoding="utf-8")
    with served(script) as running:
        yield running
