"""``python -m toc`` is the command ``toc``."""

from .cli import main

main()
