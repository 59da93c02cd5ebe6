"""A fence for pymdownx.superfences, as in MkDocs and Zensical: ```` ```toc ```` draws its content.

In the settings of the site, in block style::

    markdown_extensions:
      - pymdownx.superfences:
          custom_fences:
            - name: toc
              class: toc
              format: !!python/name:toc.inside.superfences.fence
              validator: !!python/name:toc.inside.superfences.options
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from .shown import OPTIONS, in_html, show


def options(language: str, inputs: dict[str, Any], kept: dict[str, Any], attrs: dict[str, Any], md: Any) -> bool:  # noqa: ARG001  pymdownx calls it
    """Keep the options that we know, as in ```` ```toc {file="plan.toc"} ````; others become attributes."""
    for name, value in inputs.items():
        (kept if name in (*OPTIONS, "file") else attrs)[name] = str(value)
    return True


def fence(source: str, language: str, css_class: str, given: dict[str, Any], md: Any, **_more: Any) -> str:  # noqa: ARG001  pymdownx calls it
    """Give the HTML of a fence: the picture of its content, or of the file it names, from where the site is built."""
    asked = dict(given)
    path = asked.pop("file", None)
    prefix = f"toc-{sha256(f'{source}{sorted(given.items())}'.encode()).hexdigest()[:8]}"
    return in_html(show(source if path is None else None, path, asked, prefix))
