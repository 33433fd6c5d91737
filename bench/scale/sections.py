"""The parts of a page that a script writes: between two marks, which are comments in Markdown."""


def rewrite(page, name, content, by="bench/scale/run.py"):
    """Puts `content` between the marks of that name in a page. ValueError where it has none."""
    page.write_text(replaced(page.read_text(encoding="utf-8"), name, content, by), encoding="utf-8")


def replaced(text, name, content, by="bench/scale/run.py"):
    """The text with `content` between its two marks; `by` is the script that writes there."""
    begin, end = f"<!-- {name}: written by {by} -->", f"<!-- {name}: end -->"
    before, opened, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise ValueError(f"there are no lines {begin} and {end}")
    return f"{before}{begin}\n\n{content}\n\n{end}{after}"
