"""What stands between the network and the dashboard: guards, headers, compression. Knows no Streamlit."""
