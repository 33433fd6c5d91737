"""Texts of two outlets with made-up words wherever an edition may withhold something."""

import yaml

LAMP, HERALD = "The Skerrow Lamp", "Inland Herald"
OPENING = "The harbour office of Skerrow says"

# Where a word is planted -> the word, but for the mark of the outlet.
PLACES = {
    "first words": "zqxwellamid{}",
    "eleventh word": "zqxottelbrund{}",
    "tenth paragraph": "zqxomberklin{}",
    "tenth paragraph, with accents": "Zqxöwürgäl{}",
    "first paragraph of Markdown": "zqxilterbom{}",
    "tenth paragraph of Markdown": "zqxindelvark{}",
    "subhead": "zqxarrundel{}",
    "caption": "zqxinderpolt{}",
    "credit": "Zqxorrimast{}",
    "bio": "zqxefflarund{}",
    "correction": "zqxubberwal{}",
    "left out by choice": "zqxulvardim{}",
    "left out by rule": "Zqxarkolby{}",
    "left out by hand": "zqxemmertun{}",
    "front matter": "zqxatterwin{}",
    "before a repair": "Zqxrin{}â€™wedel",
    "name in a problem": "zqxpamborel{}",
    "date in a problem": "2023-05-1{}",
    "time in evidence": "2023-03-29 1{}:57 UTC",
}
_MARKS = {
    LAMP: dict.fromkeys(PLACES, "ska") | {"date in a problem": "7", "time in evidence": "1"},
    HERALD: dict.fromkeys(PLACES, "erd") | {"date in a problem": "8", "time in evidence": "2"},
}
_POSTS = {LAMP: 1641046831369969665, HERALD: 1641046831369969665 + (3_600_000 << 22)}  # an hour later


def planted(*outlets, places=PLACES):
    """The words that are planted in some places of the outlets' texts."""
    return {PLACES[place].format(_MARKS[outlet][place]) for outlet in outlets for place in places}


def texts(outlet, folder):
    """The texts of an outlet and their sidecars, by path."""
    word = {place: PLACES[place].format(mark) for place, mark in _MARKS[outlet].items()}
    filler = [f"Paragraph {n} tells of the {outlet} and of the quay, as it does in every report." for n in range(2, 10)]
    tenth = f"At the end comes the {word['tenth paragraph']}, and the {word['tenth paragraph, with accents']} with it."
    day = f"1{_MARKS[outlet]['date in a problem']} May 2023"
    report = [
        "---",
        f"# {word['front matter']}",
        "section: Harbour",
        "---",
        "The ferry stops for the winter",
        "By Ada Quill",
        "14 March 2023",
        f"{OPENING} {word['first words']} that the {word['before a repair']} ferry will not sail before the spring.",
        f"The ferry at its berth with the {word['caption']} on {day}. (Photo: {word['credit']} Roe)",
        *filler,
        f"What the {word['subhead']} costs",
        tenth,
        f"Ada Quill writes about the {word['bio']}.",
        f"This article was amended to correct the {word['correction']}.",
        f"Advert: {word['left out by choice']} for sale",
        f"Sign up for the {word['left out by rule']} newsletter",
        f"Nobody knows what {word['left out by hand']} is",
    ]
    lines = {8: "paragraph", 9: "caption", 18: "subhead", 19: "paragraph", 20: "bio", 21: "correction", 24: "removed"}
    headless = f"{OPENING} today that all are {word['eleventh word']} in {outlet}."
    post = f"https://twitter.com/skerrow/status/{_POSTS[outlet]}"
    again = ["The ferry stops", *report[5:8], *filler, *report[17:19], *report[21:23]]
    walk = [
        "# A walk on the quay",
        f"{OPENING} a walk is good, and *{word['first paragraph of Markdown']}* is better.",
        *filler,
        f"*The {word['tenth paragraph of Markdown']}*.",
    ]
    return {
        f"{folder}/ferry.txt": "\n".join(report),
        f"{folder}/ferry.yaml": yaml.safe_dump({word["name in a problem"]: "x", "lines": lines}),
        **{f"{folder}/ferry again {n}.txt": "\n".join(again) for n in range(3)},
        f"{folder}/headless.txt": f"\n{headless}\n\nThey did.\n",
        f"{folder}/headless.yaml": "lines: {2-4: paragraph}\n",
        f"{folder}/post.txt": "\n\n".join(
            ["A post from the quay", "By Ben Rook", f"{OPENING} {outlet} is right.", *filler, tenth, post]
        ),
        f"{folder}/walk.md": "\n\n".join(walk),
        **{f"{folder}/brief {n}.txt": _brief(outlet, n) for n in range(1, 6)},
    }


def _brief(outlet, number):
    return f"Brief number {number} of {outlet}\n\nBy Cleo Marr\n\n{number} May 2022\n\n{OPENING} it is day {number}.\n"
