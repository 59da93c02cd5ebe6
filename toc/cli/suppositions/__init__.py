"""The answer to "what if", written down: for a terminal, as Markdown, as JSON for other programs."""
