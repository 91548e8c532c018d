"""Result frame in, figure out. No connection, no SQL, no streamlit: every chart can be made in a notebook."""
