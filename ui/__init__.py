"""The only place, beside dashboard.py, serve.py and pages/, that knows Streamlit."""
