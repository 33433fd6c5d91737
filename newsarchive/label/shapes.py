"""The shapes of pieces of a body that are no paragraphs: embeds and items of lists."""

import re

from newsarchive.label.line import Line

_POST = re.compile(
    r"(?:https?://)?(?:www\.|m\.|mobile\.)?(?:"
    r"(?:twitter|x)\.com/\w+/status(?:es)?/\d+|pic\.(?:twitter|x)\.com/\w+|t\.co/\w+"
    r"|youtube(?:-nocookie)?\.com/(?:watch\?|embed/|shorts/|live/)\S++|youtu\.be/[\w-]+"
    r"|instagram\.com/(?:\w[\w.]*/)?(?:p|reel|reels|tv)/[\w-]+"
    r"|(?:facebook\.com|fb\.watch|fb\.com)/\S++|tiktok\.com/@[\w.]+/video/\d+|vm\.tiktok\.com/\w+"
    r"|(?:player\.)?vimeo\.com/(?:video/)?\d+|dailymotion\.com/video/\w+|dai\.ly/\w+|rumble\.com/[\w-]+"
    r"|threads\.(?:net|com)/@[\w.]+/post/[\w-]+|bsky\.app/profile/[^\s/]+/post/\w+|t\.me/[\w/]\w*|truthsocial\.com/@\w+/[\w/]\w*"
    r"|linkedin\.com/(?:posts|embed|feed)/\S++|reddit\.com/r/\w+/comments/\S++"
    r"|soundcloud\.com/\S++|open\.spotify\.com/\S++|vk\.com/(?:wall|video)\S++|rutube\.ru/video/\w+"
    r"|giphy\.com/\S++|imgur\.com/\S++|flickr\.com/photos/\S++|datawrapper\.dwcdn\.net/\S++"
    r")(?:[/?#&]\S*)?",
    re.IGNORECASE,
)
_LONGEST_ADDRESS = 500
_TWEET_END = re.compile(r"(?:pic\.(?:twitter|x)\.com/|https?://t\.co/)\w{4,20}\W{0,3}$")
_TWEET_SIGNED = re.compile(r"[—–-] ?.{1,80}\(@\w{1,20}\)(?: .{0,20}\d{4}.{0,4}| \d.{0,30})?$")
_SIGNS = "—–-"
_LONGEST_TWEET = 400

_BULLET = re.compile(r"(?:[•·∙●○◦▪▫□‣⁃➤➢✓✔✅☑★☆❖・]\s*|[*+]\s+)(?=[\w\"“„«'‘(¿¡#@])")
_DASH = re.compile(r"[–—-]\s+(?=[\w\"“„«'‘(¿¡])")
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,2}\)|\(?[a-zA-Z][.)]|\([ivx]{1,4}\))\s+(?=\S)|[①-⑳]")
_COUNTED = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
_LONGEST_ITEM = 300
_LONGEST_STEP = 600
_SUBHEAD_WITH_NUMBER = 90


def is_embed(line: Line) -> bool:
    """The bare address of a post or a video, a post that ends with its picture's, or the line that signs a post.

    "https://twitter.com/name/status/1234567890", "Late again pic.twitter.com/abc", "— Ann Roe (@annroe) May 3, 2021"
    """
    text = line.text
    if "/" not in text and text[0] not in _SIGNS:
        return False
    if len(text) <= _LONGEST_ADDRESS and _POST.fullmatch(text):
        return True
    return len(text) <= _LONGEST_TWEET and (_TWEET_END.search(text[-40:]) or _TWEET_SIGNED.match(text)) is not None


def list_item_shape(line: Line) -> bool:
    """Begins with a bullet, a dash or a number: "• two eggs", "(b) the harbour".

    On pages read line by line, short lines with a number are subheads ("3. The harbour"), sentences with a dash speech.
    """
    if len(line.text) > _LONGEST_ITEM:
        return False
    if _BULLET.match(line.text):
        return True
    if _DASH.match(line.text):
        return not line.is_sentence
    return _NUMBER.match(line.text) is not None and (line.is_sentence or len(line.text) > _SUBHEAD_WITH_NUMBER)


def item_number(line: Line) -> int | None:
    """The number that an item of a counted list begins with: "2. Add the flour." -> 2."""
    found = _COUNTED.match(line.text) if len(line.text) <= _LONGEST_STEP else None
    return int(found[1]) if found else None
