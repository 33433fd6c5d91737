"""The figures that were asked for, and what was measured of each."""

from statistics import median

DASH = "–"
RELATED = "Hugo, with related content, cold"
PAGES = "Hugo, pages only, cold"
INDEXED = "Pagefind, over the pages of Hugo"


def goals(results):
    """(what, goal, measured) of each figure; a dash where it was not measured."""
    cold, template = "newsarchive, cold", "newsarchive, a template edited"
    return [
        ("cold build, 10,000, search included: CPU an article", "≤ 4.2 ms", _each(results, 10_000, cold)),
        ("the same beside Hugo with related content", "≤ 0.25 ×", _ratio(results, 10_000, cold, RELATED)),
        ("the same beside that and Pagefind", "≤ 0.25 ×", _ratio(results, 10_000, cold, RELATED, INDEXED)),
        ("cold build, 100,000: CPU an article, beside 10,000", "≤ 1.15 ×", _growth(results, cold)),
        ("the same: memory", "≤ 1,000 MB", _figure(results, 100_000, cold, "memory", "{:,.0f} MB")),
        ("the same: memory beside Hugo, pages only", "< 1 ×", _ratio(results, 100_000, cold, PAGES, key="memory")),
        ("the same: CPU beside Hugo, pages only", "said", _ratio(results, 100_000, cold, PAGES)),
        ("a template edited, 10,000, beside Hugo, pages only", "≤ 1.0 ×", _ratio(results, 10_000, template, PAGES)),
        *_again(results, "nothing changed", 1.5),
        *(
            row
            for change in ("one body edited", "one headline edited", "one article added", "one article removed")
            for row in _again(results, change, 3)
        ),
        ("an article page above 1.2 times its text, 10,000", "≤ 8,000 bytes", _weight(results, 10_000)),
        ("from an edit to the page as served, 10,000", "≤ 0.5 s", _served(results, 10_000)),
        ("--version", "≤ 0.2 s", _start_up(results, "--version")),
        ("build of 5 articles, cold", "≤ 0.7 s", _start_up(results, "build of 5 articles, cold")),
    ]


def _again(results, change, limit):
    name = f"newsarchive, {change}"
    row = _row(results, 100_000, name)
    wrote = f", {row['wrote']:,.0f} files written" if row else ""
    return [(f"{change}, 100,000", f"≤ {limit:g} s", _figure(results, 100_000, name, "wall", "{:,.2f} s") + wrote)]


def _row(results, count, name):
    row = results["sizes"].get(str(count), {}).get("rows", {}).get(name)
    return None if row is None or "failed" in row else row


def _figure(results, count, name, key, form):
    row = _row(results, count, name)
    return form.format(row[key]) if row else DASH


def _each(results, count, name):
    row = _row(results, count, name)
    return f"{1000 * row['cpu'] / count:.2f} ms" if row else DASH


def _ratio(results, count, name, *others, key="cpu"):
    """A row beside others together, all of one size, which were measured in one run."""
    row, against = _row(results, count, name), [_row(results, count, other) for other in others]
    return f"{row[key] / sum(one[key] for one in against):.2f} ×" if row and all(against) else DASH


def _growth(results, name):
    small, large = _row(results, 10_000, name), _row(results, 100_000, name)
    return f"{large['cpu'] / small['cpu'] / 10:.2f} ×" if small and large else DASH


def _seen(results, count, key):
    return results["sizes"].get(str(count), {}).get("seen", {}).get(key)


def _weight(results, count):
    weights = _seen(results, count, "weights")
    return f"{weights['median']:,} in the median, {weights['most']:,} at most" if weights else DASH


def _served(results, count):
    edits = _seen(results, count, "served")
    return f"{median(edits):.2f} s" if edits else DASH


def _start_up(results, name):
    row = results.get("start_up", {}).get(name)
    return f"{row['wall']:.2f} s" if row else DASH
