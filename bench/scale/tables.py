"""What was measured, as Markdown."""

from goals import goals

DASH = "–"
HOW = (
    "CPU is that of all processes together, memory the most that all of them held at one moment (what is shared counts "
    "once). The peers are given the articles already cleaned, as Markdown with front matter, and extract nothing."
)
WHOSE = "What a stage asks of libraries and of `text` is its own."


def table(head, rows):
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def number(value, digits):
    return f"{value:,.{digits}f}"


def scale_section(results):
    """The section of bench/RESULTS.md about scale."""
    parts = [
        f"{results['machine']}. {'; '.join(results['versions'])}.",
        HOW,
        "### What was asked",
        table(("asked", "goal", "measured"), goals(results)),
        "![CPU of whole builds against the number of articles](../docs/pictures/scale-cpu.svg)",
        "![Memory over the time of the largest build](../docs/pictures/scale-memory.svg)",
    ]
    for count, size in sorted(results["sizes"].items(), key=lambda item: int(item[0])):
        parts += _size(int(count), size)
    if start_up := results.get("start_up"):
        rows = [(name, number(row["wall"], 2), number(row["cpu"], 2)) for name, row in start_up.items()]
        parts += ["### Start-up", table(("command", "wall s", "CPU s"), rows)]
    return "\n\n".join(parts + _profile(results.get("profile")))


def _size(count, size):
    rows = [_row(name, row, count) for name, row in size["rows"].items()]
    seen = size["seen"]
    runs = "one run each" if size["repeat"] == 1 else f"medians of {size['repeat']} runs"
    return [
        f"### {count:,} articles",
        table(("", "wall s", "CPU s", "CPU ms an article", "peak memory MB", "files"), rows),
        f"{runs.capitalize()}. {'; '.join(seen['checked'])}.",
        *_weights(seen["weights"]),
        *_written(size["rows"]),
        *_served(seen.get("served")),
    ]


def _row(name, row, count):
    if "failed" in row:
        return (name, row["failed"].splitlines()[-1], *[DASH] * 4)
    per_article = number(1000 * row["cpu"] / count, 2)
    files = f"{row['files']:,}" if "files" in row else f"wrote {row['wrote']:,.0f}" if "wrote" in row else DASH
    return (name, number(row["wall"], 2), number(row["cpu"], 2), per_article, number(row["memory"], 0), files)


def _weights(weights):
    more = (
        f"{weights['median']:,} bytes in the median, {weights['most']:,} at most, above 8,000 on {weights['above']:,}"
    )
    page, size = weights["heaviest"]
    return [
        f"An article page weighs 1.2 times its text, and more: {more}. Of the others `{page}` is heaviest: {size:,}."
    ]


def _served(edits):
    """Nothing where this newsarchive cannot serve."""
    return [f"From an edit to the page as served: {', '.join(f'{one:.2f} s' for one in edits)}."] if edits else []


def _written(rows):
    """What was rewritten after each change, by kind."""
    found = [
        (name.removeprefix("newsarchive, "), _kinds(row["kinds"]), _kinds(row["gone"]))
        for name, row in rows.items()
        if "kinds" in row
    ]
    return [table(("after", "files written", "files gone"), found)] if found else []


def _kinds(kinds):
    return ", ".join(f"{count:,} {kind}" for kind, count in kinds.items()) or "none"


def _profile(profile):
    if not profile:
        return []
    count, cold, again = profile["count"], profile["cold"], profile["again"]
    stages = sorted(cold["stages"], key=lambda stage: -cold["stages"][stage])
    whole = sum(cold["stages"].values())
    rows = [
        (
            stage,
            number(1000 * cold["stages"][stage] / count, 2),
            f"{cold['stages'][stage] / whole:.0%}",
            number(1000 * again["stages"].get(stage, 0) / count, 2),
        )
        for stage in stages
    ]
    functions = [(name, number(1000 * seconds / count, 3)) for name, seconds in list(cold["functions"].items())[:12]]
    return [
        "### Where the time goes",
        f"{count:,} articles, one process (`python bench/scale/stages.py`); milliseconds of CPU an article. {WHOSE}",
        table(("stage", "cold", "share", "nothing changed"), rows),
        "The functions at whose hands most of it goes, what they ask of libraries included:",
        table(
            ("stage, function", "ms an article"), [(f"`{name.replace(' | ', '` `')}`", ms) for name, ms in functions]
        ),
    ]
