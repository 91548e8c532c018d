import tomllib

import pytest
from streamlit import config

from benchmarks.servers import ROOT

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
NAMED = [
    f"{section}.{name}"
    for section, options in SETTINGS.items()
    for name, value in options.items()
    if not (section == "theme" and isinstance(value, dict))
]


@pytest.mark.parametrize("name", NAMED)
def test_streamlit_knows_the_option(name):
    assert name in config._config_options_template


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableAgentApi", False),
        ("server", "enableStaticServing", False),
        ("server", "enableXsrfProtection", True),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
        ("client", "disableDataExport", True),
        ("client", "allowedOrigins", []),
        ("runner", "postScriptGC", False),
    ],
)
def test_the_safe_setting_stands(section, name, value):
    assert SETTINGS[section][name] == value
