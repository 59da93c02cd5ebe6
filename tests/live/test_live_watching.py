"""Writing and looking at the disk go on together: where one of them fails, none is left running by itself."""

from __future__ import annotations

import asyncio

import pytest

from toc.live.desk import desk_for
from toc.live.saving import Saving


class Failing(Saving):
    """One that cannot look at the disk."""

    async def look(self, name):
        raise RuntimeError(name)


def test_where_looking_fails_writing_ends_too(tmp_path, monkeypatch):
    monkeypatch.setattr("toc.live.saving.GLANCE", 0.01)
    (tmp_path / "plan.toc").write_text("goal g: x\n", encoding="utf-8")
    saving = Failing(desk_for(str(tmp_path / "plan.toc")), lambda *_: None, ())

    async def watched():
        with pytest.raises(ExceptionGroup):
            await saving.watch(lambda: None)
        return len(asyncio.all_tasks())

    assert asyncio.run(watched()) == 1
