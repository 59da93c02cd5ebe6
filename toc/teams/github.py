"""The comments of a pull request on GitHub, as the environment of a run names it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .comment import Comment, Forge
from .web import Address, ForgeTrouble, ask, pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def forge(environment: Mapping[str, str]) -> Forge:
    """Find the request; raises ForgeTrouble where a run belongs to none, or has no token."""
    number, token = environment.get("PULL_REQUEST", ""), environment.get("TOC_TOKEN", "")
    if not number.isdecimal():
        msg = "This run belongs to no pull request."
        raise ForgeTrouble(msg)
    if not token:
        msg = "There is no token to write a comment with."
        raise ForgeTrouble(msg)
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
    address = Address(environment.get("GITHUB_API_URL", ""), headers)
    issues = f"/repos/{environment.get('GITHUB_REPOSITORY', '')}/issues"
    return Forge(
        partial(_comments, address, f"{issues}/{number}/comments"),
        lambda text: ask(address, "POST", f"{issues}/{number}/comments", {"body": text}),
        lambda number, text: ask(address, "PATCH", f"{issues}/comments/{number}", {"body": text}),
    )


def _comments(address: Address, path: str) -> Iterator[Comment]:
    for each in pages(address, f"{path}?per_page=100"):
        yield Comment(each["id"], each["body"] or "", partial(_is_ours, address, each["user"] or {}))


def _is_ours(address: Address, author: Mapping[str, Any]) -> bool:
    """Say whether we wrote it. The token of a run may not ask who it is; whoever has it is a bot."""
    try:
        me = ask(address, "GET", "/user")
    except ForgeTrouble:
        return author.get("type") == "Bot"
    return bool(author.get("login") == me["login"])
