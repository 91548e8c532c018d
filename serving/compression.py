"""The front end's files, compressed once and kept, and the page shell that asks for few of them."""

import asyncio
import gzip
import hashlib
import mimetypes
import re
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMPRESSIBLE = {".js", ".css", ".json", ".svg", ".html", ".ttf"}
OWN = "/own/"  # our own scripts
NEVER_PAGES = ("/static/", OWN, "/media/", "/_stcore/", "/component/")
# The theme uses the machine's own fonts; Streamlit's would be fetched for the half second before the theme
# arrives.
UNUSED_FONTS = re.compile(rb"@font-face\s*\{[^}]*Source (?:Sans|Serif)[^}]*\}")
# The names carry a hash of the contents, so a new version has a new name.
KEPT_FOR_A_YEAR = "public, immutable, max-age=31536000"


class CompressedFiles:
    """Serve `folder` under `prefix` from memory, compressed once, so that a visit costs no computing.

    Only names found in the folder at the start are served here; anything else goes on to the app. Files whose
    names begin with one of `warm` are compressed as soon as the server starts, the others when first asked
    for.
    """

    def __init__(self, app: ASGIApp, folder: Path, warm: tuple[str, ...] = (), prefix: str = "/static/") -> None:
        self.app = app
        self._files = {
            f"{prefix}{path.relative_to(folder).as_posix()}": path
            for path in folder.rglob("*")
            if path.suffix in COMPRESSIBLE and path.is_file()
        }
        self._warm = [path for path, file in self._files.items() if warm and file.name.startswith(warm)]
        self._bodies: dict[tuple[str, str], asyncio.Future[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        coding = accepted_coding(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if coding and path in self._files:
            await (await self._answer(path, coding))(scope, receive, send)
            return
        if scope["type"] == "lifespan":
            for path in self._warm:
                self._body(path, "br")
        await self.app(scope, receive, send)

    def _body(self, path: str, coding: str) -> asyncio.Future[bytes]:
        # A future, not bytes: ten browsers that ask at once wait for one compression.
        if (path, coding) not in self._bodies:
            work = asyncio.to_thread(compressed, self._files[path], coding)
            self._bodies[path, coding] = asyncio.ensure_future(work)
        return self._bodies[path, coding]

    async def _answer(self, path: str, coding: str) -> Response:
        return Response(
            await asyncio.shield(self._body(path, coding)),
            media_type=mimetypes.guess_type(path)[0] or "application/octet-stream",
            headers={"Content-Encoding": coding, "Vary": "Accept-Encoding", "Cache-Control": KEPT_FOR_A_YEAR},
        )


def accepted_coding(scope: Scope) -> str | None:
    """Return the best coding that is accepted: "br" (browsers ask over TLS and locally), "gzip", None."""
    asked = Headers(scope=scope).get("accept-encoding", "")
    accepted = {part.partition(";")[0].strip() for part in asked.split(",")}
    return next((coding for coding in ("br", "gzip") if coding in accepted), None)


def compressed(path: Path, coding: str) -> bytes:
    """Return the file's contents in `coding` ("br" or "gzip"); a style sheet without the unused fonts."""
    contents = path.read_bytes()
    if path.suffix == ".css":
        contents = UNUSED_FONTS.sub(b"", contents)
    return squeezed(contents, coding)


def squeezed(contents: bytes, coding: str) -> bytes:
    """Return `contents` in `coding`."""
    # Brotli takes 0.7 s for the largest file at level 9 and 10 s at level 11, which saves a tenth more.
    return brotli.compress(contents, quality=9) if coding == "br" else gzip.compress(contents, 9, mtime=0)


def own_scripts(folder: Path) -> str:
    """Return the tags that load the scripts in `folder`, each named with a hash: browsers keep them for long.

    So no script imports another, and a line that two need stands in both: an import would have no hash in its address.
    """
    files = sorted(folder.glob("*.js"))
    sums = [hashlib.sha256(file.read_bytes()).hexdigest()[:12] for file in files]
    return "".join(f'<script type="module" src="{OWN}{file.name}?{sha}"></script>'
                   for file, sha in zip(files, sums, strict=True))  # fmt: skip


def page_shell(html: str, *, title: str, language: str, sentence: str, scripts: str = "", style: str = "") -> str:
    """Return Streamlit's index.html as ours: our title and language, no inline script, no font we do not use.

    `scripts` are tags of our own, put at the end of the head; `style` is a style sheet, put before what the scripts
    draw and after their own styles.

    `sentence` is shown to a browser without scripts, in place of a notice for programs about an interface
    that is shut.
    """
    html = re.sub(r"<!--.*?-->", "", html, flags=re.S)
    html = re.sub(r"<script>.*?</script>", "", html, flags=re.S)
    html = re.sub(r'<link\s+rel="preload"[^>]*as="font"[^>]*>', "", html)
    html = re.sub(r'<link\s+rel="service-desc"[^>]*>', "", html)
    html = re.sub(r"<noscript>.*?</noscript>", f"<noscript><p>{sentence}</p></noscript>", html, flags=re.S)
    html = re.sub(r"<title>.*?</title>", f"<title>{title}</title>", html)
    html = html.replace("</head>", f"{scripts}</head>")
    if style:
        html = re.sub(r"<body[^>]*>", lambda body: f"{body[0]}<style>{style}</style>", html)
    html = html.replace('<html lang="en">', f'<html lang="{language}">')
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


class PageShell:
    """Put `shell` in place of the page that the app answers with, on whatever address."""

    def __init__(self, app: ASGIApp, shell: str) -> None:
        self.app = app
        self._plain = shell.encode()
        self._squeezed = {coding: squeezed(self._plain, coding) for coding in ("br", "gzip")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page_request = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not is_page_request or scope["path"].startswith(NEVER_PAGES):
            await self.app(scope, receive, send)
            return
        # A page that the browser has seen is answered 304 without a type: ask for it as if it were new.
        conditions = (b"if-none-match", b"if-modified-since")
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in conditions]}
        replaced = False

        async def send_shell(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                replaced = message["status"] == 200 and kind.startswith("text/html")
                if replaced:
                    await self._page(scope)(scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(scope, receive, send_shell)

    def _page(self, scope: Scope) -> Response:
        headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        coding = accepted_coding(scope)
        if coding is None:
            return Response(self._plain, media_type="text/html", headers=headers)
        return Response(self._squeezed[coding], media_type="text/html", headers={**headers, "Content-Encoding": coding})
