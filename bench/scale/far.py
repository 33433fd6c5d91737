"""What an archive of ten million and of a billion articles would take, if each stage went on as it was measured."""

from tables import DASH, number, table

SIZES = (100_000, 10_000_000, 1_000_000_000)
WORK = {
    "read": "map",
    "survey": "shuffle: counts by line",
    "label": "map",
    "extract": "map",
    "link": "shuffle: order, groups, related by term",
    "render": "map",
    "index": "map, then shuffle by word",
    "publish": "map, disk",
    "store": "map, disk",
    "pipeline": "both",
}


def far_section(results):
    """The tables of docs/scale.md."""
    return "\n\n".join([*_stages(results.get("profile")), *_size(results["sizes"])])


def _stages(profile):
    if not profile:
        return []
    each = {stage: seconds / profile["count"] for stage, seconds in profile["cold"]["stages"].items()}
    rows = [
        (stage, kind, number(1000 * each[stage], 2), *(_hours(each[stage] * size) for size in SIZES))
        for stage, kind in WORK.items()
        if stage in each
    ]
    whole = sum(each[stage] for stage in WORK if stage in each)
    rows.append(("**all**", "", number(1000 * whole, 2), *(_hours(whole * size) for size in SIZES)))
    head = ("stage", "kind", "CPU ms an article", *(f"CPU hours, {size:,}" for size in SIZES))
    return [table(head, rows), f"By the profile of {profile['count']:,} articles in one process."]


def _hours(seconds):
    hours = seconds / 3600
    return number(hours, 0 if hours >= 100 else 1 if hours >= 1 else 2)


def _size(sizes):
    built = {int(count): size["rows"]["newsarchive, cold"] for count, size in sizes.items()}
    largest = max(built)
    row = built[largest]
    files, each = row["files"] / largest, row["bytes"] / largest
    rows = [
        ("files of the site", f"{files:.2f}", *(f"{files * size:,.0f}" for size in SIZES)),
        ("bytes of the site", f"{each:,.0f}", *(f"{each * size / 1e9:,.1f} GB" for size in SIZES)),
        *(
            (
                f"bytes of `{name}`",
                f"{size / largest:,.0f}",
                *(f"{size / largest * many / 1e9:,.1f} GB" for many in SIZES),
            )
            for name, size in row["beside"].items()
        ),
        ("texts read, as many bytes written: hours of wall clock", DASH, *_bare(sizes[str(largest)], largest)),
        ("most memory of a build", DASH, *(_memory(built.get(size)) for size in SIZES)),
    ]
    note = f"By the build of {largest:,} articles."
    return [table(("", "an article", *(f"{size:,}" for size in SIZES)), rows), note]


def _bare(size, count):
    """What the disk alone would take on the machine that was measured."""
    wall = size["rows"]["texts read, as many bytes written"]["wall"]
    return [_hours(wall / count * many) for many in SIZES]


def _memory(row):
    return f"{row['memory']:,.0f} MB" if row else DASH
