"""Small servers that play the comments of a pull request on GitHub, and the notes of a merge request on GitLab.

They answer as the two do where it matters here: in pages, only to who has the token, with the limits of a comment, and
to anything else with 404. What they were asked is kept, for a test to look at.
"""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "a-token-of-a-run"  # noqa: S105  nobody's
BOT = {"login": "github-actions[bot]", "type": "Bot", "id": 1}
ANA = {"login": "ana", "type": "User", "id": 2}


@dataclass
class Served:
    """What a forge holds, whom it takes the token for, and what it refuses.

    ``author`` writes what the token writes; ``knows_itself`` says whether /user answers. ``says_no`` are statuses that
    come instead of an answer, by method.
    """

    kind: str
    address: str = ""
    author: dict[str, Any] = field(default_factory=lambda: dict(BOT))
    knows_itself: bool = False
    comments: list[dict[str, Any]] = field(default_factory=list)
    says_no: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def add(self, body: str, author: dict[str, Any] | None = None) -> dict[str, Any]:
        """Keep a comment, with the line ends and without the last ones, as GitHub keeps them."""
        who = author or self.author
        made = {"id": 1000 + len(self.comments), "body": body.replace("\n", "\r\n"), "user": who, "author": who}
        self.comments.append(made)
        return made

    @property
    def bodies(self) -> list[str]:
        return [each["body"].replace("\r\n", "\n") for each in self.comments]


@contextmanager
def forge(kind: str) -> Iterator[Served]:
    """Serve ``github`` or ``gitlab`` on this machine for a while."""
    served = Served(kind)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Door", (_Door,), {"served": served}))
    served.address = f"http://127.0.0.1:{server.server_port}" + ("/api/v4" if kind == "gitlab" else "")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


_PATHS = {
    "github": (r"/repos/o/r/issues/7/comments", r"/repos/o/r/issues/comments/(\d+)", "PATCH"),
    "gitlab": (
        r"/api/v4/projects/42/merge_requests/7/notes",
        r"/api/v4/projects/42/merge_requests/7/notes/(\d+)",
        "PUT",
    ),
}
_MOST = {"github": 65_536, "gitlab": 1_000_000}


class _Door(BaseHTTPRequestHandler):
    served: Served

    def _answer(self) -> None:
        served, url = self.served, urlsplit(self.path)
        served.asked.append((self.command, self.path))
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, said = self._found(url.path, parse_qs(url.query), json.loads(content) if content else {})
        data = json.dumps(said).encode()
        self.send_response(status)
        if status // 100 == 3:
            self.send_header("Location", f"{served.address}/user")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815  the names that the server looks for

    def _found(self, path: str, query: dict[str, list[str]], body: dict[str, str]) -> tuple[int, Any]:
        served = self.served
        many, one, change = _PATHS[served.kind]
        if not self._has_token():
            return 401, {"message": "Bad credentials"}
        if path.endswith("/user") and served.knows_itself:
            return 200, served.author
        if path.endswith("/user"):
            return 403, {"message": "Resource not accessible by integration"}
        if self.command in served.says_no:
            return served.says_no[self.command], {"message": "no"}
        if len(body.get("body", "").encode("utf-16-le")) // 2 > _MOST[served.kind] or (
            "body" in body and not body["body"]
        ):
            return 422, {"message": "Validation Failed"}
        if self.command == "GET" and re.fullmatch(many, path):
            size, page = int(query["per_page"][0]), int(query["page"][0])
            return 200, served.comments[(page - 1) * size : page * size]
        if self.command == "POST" and re.fullmatch(many, path):
            return 201, served.add(body["body"])
        if self.command == change and (found := re.fullmatch(one, path)):
            return self._changed(int(found[1]), body["body"])
        return 404, {"message": "Not Found"}

    def _changed(self, number: int, body: str) -> tuple[int, Any]:
        for each in self.served.comments:
            if each["id"] == number:
                each["body"] = body.replace("\n", "\r\n")
                return 200, each
        return 404, {"message": "Not Found"}

    def _has_token(self) -> bool:
        if self.served.kind == "github":
            return self.headers.get("Authorization") == f"Bearer {TOKEN}"
        return self.headers.get("PRIVATE-TOKEN") == TOKEN

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests look at what was asked."""
