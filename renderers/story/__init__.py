"""The theory told in words, as Markdown: one module for each chapter.

Every chapter is a function ``Teller -> tuple of blocks``; a block is a paragraph, list, table or heading in Markdown,
already escaped. Raw words of the theory become Markdown in `sentences.md` and `markdown_text` and nowhere twice.
"""
