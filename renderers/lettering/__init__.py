"""Letters: how wide they are, where lines break, which way they run, and where a font for them is found."""
