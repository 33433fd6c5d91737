"""The two pictures: cost against size, and memory over the time of the largest build."""

from plots import Frame, plot

LINES = {
    "newsarchive, cold": "newsarchive",
    "newsarchive, a template edited": "a template edited",
    "newsarchive, one headline edited": "one headline edited",
    "newsarchive, nothing changed": "nothing changed",
    "Hugo, pages only, cold": "Hugo, pages only",
    "Hugo, with related content, cold": "Hugo, with related",
    "Eleventy, cold": "Eleventy",
    "Pelican, cold": "Pelican",
}


def draw(results, folder):
    """Writes both pictures."""
    sizes = sorted((int(count), size["rows"]) for count, size in results["sizes"].items())
    names = list(LINES.values())
    frame = Frame("CPU of whole builds", "articles", "seconds of CPU", log=True)
    cpu = plot(frame, cpu_against_size(sizes), names)
    (folder / "scale-cpu.svg").write_text(cpu, encoding="utf-8")
    count, rows = sizes[-1]
    frame = Frame(f"Memory over a cold build of {count:,} articles", "seconds", "megabytes", log=False)
    memory = plot(frame, memory_over_time(rows), names)
    (folder / "scale-memory.svg").write_text(memory, encoding="utf-8")


def cpu_against_size(sizes):
    """{name: [(articles, seconds of CPU), …]} of what was measured."""
    lines = {
        short: [(count, rows[name]["cpu"]) for count, rows in sizes if "cpu" in rows.get(name, ())]
        for name, short in LINES.items()
    }
    return {name: line for name, line in lines.items() if line}


def memory_over_time(rows):
    """{name: [(second, megabytes), …]} of the cold builds of one size."""
    return {
        LINES[name]: thinned(row["over_time"]) for name, row in rows.items() if name in LINES and row.get("over_time")
    }


def thinned(samples, most=300):
    """At most so many samples: the highest of each stretch, with the first and the last."""
    stretch = -(-len(samples) // most)
    return [
        (samples[start][0], max(held for _, held in samples[start : start + stretch]))
        for start in range(0, len(samples), stretch)
    ]
