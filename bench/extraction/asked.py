"""What is asked of extraction: floors, which must stand, and aims."""

ASKED = (
    ("body token F1, mean", "body", (0.945, 0.965), (0.930, 0.955)),
    ("body token F1, 10th percentile", "body_tenth", (0.85, 0.90), (0.80, 0.87)),
    ("body recall", "body_recall", (0.98, 0.98), (0.98, 0.98)),
    ("body precision", "body_precision", None, None),
    ("body 4-gram F1, mean", "body_4grams", None, None),
    ("body lines F1", "body_lines", None, None),
    ("`must` kept", "must", (0.90, 0.95), (0.87, 0.93)),
    ("`must_not` kept (fewer is better)", "must_not", (0.08, 0.07), (0.09, 0.08)),
    ("headline exact, when in the text", "headline_in_text", (0.83, 0.92), (0.75, 0.87)),
    ("headline exact, all", "headline", None, None),
    ("byline F1, when in the text", "byline_in_text", (0.65, 0.85), (0.64, 0.80)),
    ("byline precision, when in the text", "byline_in_text_precision", (0.92, 0.92), (0.92, 0.92)),
    ("byline recall, when in the text", "byline_in_text_recall", None, None),
    ("byline F1, all", "byline", None, None),
    ("date, when in the text", "date_in_text", (0.92, 0.97), (0.91, 0.95)),
    ("date, all", "date", None, None),
)
"""A figure, its name in scores.py, and (floor, aim) for region and for full; None where nothing is asked."""

ASKED_OF_KINDS = {"caption": (0.80, 0.90), "deck": (0.60, 0.75), "subhead": (0.75, 0.85), "bio": (0.60, 0.75)}
ASKED_OF_DATES = {"stated": "≥ .98", "inferred": "≥ .93"}
ASKED_OF_INVENTED = {"published": "≤ .02", "authors": "≤ .03"}
