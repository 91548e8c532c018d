"""The layout of docs/decisions/0001 as tests: who may import whom, what a page may hold, how SQL is written."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEAVES = {"definitions", "locales"}
MAY_IMPORT = {  # beside itself and the leaves; arrows only go right
    "dashboard": {"pages", "ui", "charts", "reports", "metrics", "data"},
    "pages": {"ui", "charts", "reports", "metrics", "data"},
    "ui": {"charts", "reports", "metrics", "data"},
    "charts": {"metrics", "data"},
    "reports": {"charts", "metrics", "data"},
    "metrics": {"data"},
    "data": set(),
    "definitions": set(),
    "locales": set(),
    "serving": set(),
    "serve": {"serving", "dashboard", "ui", "data", "metrics"},
    "benchmarks": {"serve", "serving", "ui", "charts", "reports", "metrics", "data"},
}  # fmt: skip
OURS = set(MAY_IMPORT) | {"tests"}
STREAMLIT = {"dashboard", "serve", "pages", "ui"}
SQL_WORDS = re.compile(
    r"\b(select\s.+\sfrom|insert\s+into|delete\s+from|update\s+\w+\s+set|create\s+(table|view)|group\s+by|order\s+by)\b",
    re.I | re.S,
)
RUNS_SQL = {"execute", "executemany", "sql", "query", "run"}


def part_of(path: Path, root: Path) -> str:
    """The layer a file belongs to: its folder, or its own name at the top."""
    return path.relative_to(root).parts[0].removesuffix(".py")


def product(root: Path) -> list[Path]:
    files = [
        path for path in root.rglob("*.py") if not any(name.startswith(".") for name in path.relative_to(root).parts)
    ]
    return sorted(path for path in files if part_of(path, root) in MAY_IMPORT)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.Module) -> set[str]:
    """Full names of everything imported, wherever in the file; `from data import store` is data.store."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names}
    return names


def wrong_imports(root: Path) -> list[str]:
    found = []
    for path in product(root):
        layer = part_of(path, root)
        for name in sorted(imported(tree_of(path))):
            top = name.split(".")[0]
            if top == "":
                found.append(f"{path.relative_to(root)}: relative import {name}")
            elif top in OURS and top != layer and top not in MAY_IMPORT[layer] | LEAVES:
                found.append(f"{path.relative_to(root)}: {layer} imports {name}")
            elif top == "streamlit" and layer not in STREAMLIT and layer != "benchmarks":
                found.append(f"{path.relative_to(root)}: imports {name}")
            elif layer in ("charts", "reports") and (top == "duckdb" or name.startswith("data.store")):
                found.append(f"{path.relative_to(root)}: sees a connection ({name})")
    return found


def wrong_pages(root: Path) -> list[str]:
    found = []
    for path in sorted((root / "pages").glob("*.py")):
        tree, text = tree_of(path), path.read_text("utf-8")
        made = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
        found += [
            f"{path.name}:{node.lineno}: {type(node).__name__}" for node in ast.walk(tree) if isinstance(node, made)
        ]
        words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        found += [f"{path.name}:{node.lineno}: SQL" for node in words if SQL_WORDS.search(node.value)]
        found += [f"{path.name}: {len(text.splitlines())} lines"] if len(text.splitlines()) >= 100 else []
    return found


def is_pasted(node: ast.expr) -> bool:
    """True for a text made of parts: f"…{x}", "…" % x, "…".format(x), or a sum with something that is not a text."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return not all(isinstance(side, ast.Constant) for side in (node.left, node.right))
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("format", "format_map", "replace")
    )


def pasted_sql(root: Path) -> list[str]:
    found = []
    for path in product(root):
        for node in ast.walk(tree_of(path)):
            if (
                isinstance(node, ast.Call)
                and (getattr(node.func, "attr", None) or getattr(node.func, "id", None)) in RUNS_SQL
            ):
                found += [f"{path.relative_to(root)}:{node.lineno}" for argument in node.args if is_pasted(argument)]
    return found


def sql_files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.sql") if part_of(path, root) in MAY_IMPORT)


def sql_without_grain(root: Path) -> list[str]:
    return [str(path.relative_to(root)) for path in sql_files(root) if not re.match(r"-- \S+", path.read_text("utf-8"))]


def vague_names(root: Path) -> list[str]:
    vague = re.compile(r"^_?(utils?|helpers?|managers?|handlers?|common|misc)$")
    return [
        str(path.relative_to(root))
        for path in [*product(root), *sql_files(root)]
        if vague.match(path.stem) or vague.match(path.parent.name)
    ]


RULES = {rule.__name__: rule for rule in (wrong_imports, wrong_pages, pasted_sql, sql_without_grain, vague_names)}


@pytest.mark.parametrize("rule", RULES)
def test_the_tree_follows_the_design(rule):
    assert RULES[rule](ROOT) == []


FAULTS = [
    ("wrong_imports", "metrics/trend.py", "import ui.session\n"),
    ("wrong_imports", "data/store.py", "from metrics import progress\n"),
    ("wrong_imports", "charts/map.py", "from ui import filters\n"),
    ("wrong_imports", "definitions/words.py", "from data import store\n"),
    ("wrong_imports", "serving/guards.py", "from data import store\n"),
    ("wrong_imports", "metrics/trend.py", "def late():\n    import streamlit as st\n"),
    ("wrong_imports", "charts/map.py", "import duckdb\n"),
    ("wrong_imports", "charts/map.py", "from data import store\n"),
    ("wrong_imports", "charts/map.py", "from data.store import Store\n"),
    ("wrong_imports", "charts/map.py", "from . import theme\n"),
    ("wrong_imports", "ui/filters.py", "import pages.overview\n"),
    ("wrong_pages", "pages/overview.py", "def headline():\n    pass\n"),
    ("wrong_pages", "pages/overview.py", "class Card:\n    pass\n"),
    ("wrong_pages", "pages/overview.py", "rows.map(lambda row: row / 2)\n"),
    ("wrong_pages", "pages/overview.py", "ask('select count(*) from results')\n"),
    ("wrong_pages", "pages/overview.py", "title = 1\n" * 100),
    ("pasted_sql", "metrics/trend.py", "cursor.execute(f'select {column} from results')\n"),
    ("pasted_sql", "metrics/trend.py", "run(cursor, 'select %s' % column)\n"),
    ("pasted_sql", "metrics/trend.py", "cursor.sql('select {}'.format(column))\n"),
    ("pasted_sql", "metrics/trend.py", "cursor.execute('select ' + column)\n"),
    ("sql_without_grain", "metrics/questions/new.sql", "select 1\n"),
    ("sql_without_grain", "metrics/questions/new.sql", "--\nselect 1\n"),
    ("vague_names", "charts/utils.py", ""),
    ("vague_names", "data/helpers/thing.py", ""),
    ("vague_names", "ui/manager.py", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "text"), FAULTS)
def test_each_rule_catches_its_fault(tmp_path, rule, path, text):
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, "utf-8")
    assert len(RULES[rule](tmp_path)) >= 1
    assert [name for name, other in RULES.items() if name != rule and other(tmp_path)] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "pages/overview.py",
            "from ui import filters\nfrom charts import bullets\nfrom locales import translator\n",
        ),
        ("charts/map.py", "import pandas\nfrom definitions.places import gazetteer\n"),
        ("metrics/trend.py", "cursor.execute('select 1', {'a': f'{b}'})\n"),
        ("data/words.py", "import definitions.fold\n"),
        ("metrics/questions/new.sql", "-- one row per partner\nselect 1\n"),
    ],
)
def test_what_is_allowed_is_not_caught(tmp_path, path, text):
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, "utf-8")
    assert [name for name, rule in RULES.items() if rule(tmp_path)] == []
