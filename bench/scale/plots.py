"""Small plots as SVG, which follow the light or dark of the page that shows them."""

import html
import math
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 200, 40, 50
LIGHT = ("#0369a1", "#7e22ce", "#0f766e", "#4d7c0f", "#c2410c", "#9f1239", "#a16207", "#525252")
DARK = ("#7dd3fc", "#d8b4fe", "#5eead4", "#bef264", "#fdba74", "#fda4af", "#fde047", "#d4d4d4")
STYLE = """
text{font:13px system-ui,sans-serif;fill:#222}.paper{fill:#fff}.grid{stroke:#ddd}path{fill:none}.line{stroke-width:2}
"""
STYLE_DARK = "text{fill:#ddd}.paper{fill:#0d1117}.grid{stroke:#333}"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plot: its title, what goes across and up, and whether both grow by powers of ten."""

    title: str
    across: str
    up: str
    log: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Where values of a range fall on a line of so many pixels; its ticks with their labels."""

    low: float
    high: float
    log: bool

    def share(self, value):
        """0 for the low end, 1 for the high."""
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def ticks(self):
        if self.log:
            return [10.0**power for power in range(round(math.log10(self.low)), round(math.log10(self.high)) + 1)]
        step = _step(self.high - self.low)
        return [self.low + step * n for n in range(int((self.high - self.low) / step + 1e-9) + 1)]


def axis_of(values, *, log):
    """The axis for some values: whole powers of ten, or from nothing to a round number."""
    if log:
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return Axis(10.0**low, 10.0 ** max(high, low + 1), log=True)
    most = max(values) or 1
    step = _step(most)
    return Axis(0, step * math.ceil(most / step - 1e-9), log=False)


def _step(length):
    """A round step of which four to ten make the length."""
    power = 10.0 ** math.floor(math.log10(length))
    return next(power * part for part in (0.1, 0.2, 0.25, 0.5, 1) if length / (power * part) <= 10)


def plot(frame, series, names):
    """An SVG of lines, {name: [(x, y), …]}; each has the colour of its place among `names`."""
    points = [point for line in series.values() for point in line]
    xs, ys = (axis_of([point[side] for point in points], log=frame.log) for side in (0, 1))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{html.escape(frame.title)}</title><style>{_style()}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        _text(LEFT, 22, frame.title, more=' font-weight="bold"'),
        *(_tick_across(xs, value) for value in xs.ticks()),
        *(_tick_up(ys, value) for value in ys.ticks()),
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, frame.across, "middle"),
        _text(16, (TOP + HEIGHT - BOTTOM) / 2, frame.up, "middle", ' transform="rotate(-90 16 205)"'),
        *_lines({f"c{names.index(name)}": (name, line) for name, line in series.items()}, xs, ys),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _across(axis, value):
    return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT)


def _up(axis, value):
    return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM)


def _tick_across(axis, value):
    x = _across(axis, value)
    line = f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
    return line + _text(x, HEIGHT - BOTTOM + 18, _label(value), "middle")


def _tick_up(axis, value):
    y = _up(axis, value)
    line = f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
    return line + _text(LEFT - 8, y + 4, _label(value), "end")


def _label(value):
    return f"{value:,.10g}"


def _text(x, y, words, anchor="start", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{html.escape(words)}</text>'


def _lines(series, xs, ys):
    """Each line of {class: (name, points)} and its name at its end, moved apart where names would cover each other."""
    ends = sorted((_up(ys, line[-1][1]), colour) for colour, (_, line) in series.items())
    below, places = -math.inf, {}
    for y, colour in ends:
        below = places[colour] = max(y, below + 15)
    over = max(0, below - (HEIGHT - BOTTOM))
    for colour, (name, line) in series.items():
        points = [(_across(xs, x), _up(ys, y)) for x, y in line]
        drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield f'<path class="line {colour}" d="M{drawn}"/>'
        if xs.log:
            yield from (f'<circle class="{colour}" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points)
        yield _text(points[-1][0] + 8, places[colour] - over + 4, name, more=f' class="{colour}"')


def _style():
    return f"{STYLE}{_coloured(LIGHT)}@media(prefers-color-scheme:dark){{{STYLE_DARK}{_coloured(DARK)}}}"


def _coloured(colours):
    """Rules for lines, and for the points and names that belong to them."""
    return "".join(
        f".line.c{number}{{stroke:{colour}}}text.c{number},circle.c{number}{{fill:{colour}}}"
        for number, colour in enumerate(colours)
    )
