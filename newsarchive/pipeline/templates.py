"""Templates of the user's own: which there may be, and how one begins."""

from pathlib import Path

from newsarchive.config import Config
from newsarchive.errors import InputError
from newsarchive.pipeline.places import CONFIG
from newsarchive.render import default_template, template_names

__all__ = ["copy_template", "template_names"]


def copy_template(config: Config, name: str) -> Path:
    """Copies a default template into the archive's own folder of templates, where it stands for the default.

    InputError where there is no template of that name, no archive, or a file in its place already.
    """
    if not config.is_archive:
        raise InputError(
            f"{config.root}: has no {CONFIG}. Templates of your own need an archive: newsarchive new FOLDER"
        )
    content = default_template(name)
    path = (config.templates or config.root / "templates") / name
    if path.exists():
        raise InputError(f"{path}: is there already; nothing was copied")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None
    return path
