"""The default templates: the only copy of them, where it is and what it holds."""

from difflib import get_close_matches
from pathlib import Path

import newsarchive
from newsarchive.errors import InputError, TemplateError


def find_templates(package: Path) -> Path:
    """The folder of the default templates: inside an installed package, beside the package in the project's folder."""
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "base.html").is_file():
            return folder
    raise TemplateError(
        f"the default templates are missing: {package / 'templates'} should hold base.html; install again"
    )


def default_folder() -> Path:
    """The folder of the default templates of this installation."""
    return find_templates(Path(newsarchive.__file__).parent)


def template_names() -> tuple[str, ...]:
    """What can be replaced, one by one: "article.html", "partials/head.html", "assets/style.css"."""
    folder = default_folder()
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file()))


def default_template(name: str) -> bytes:
    """The default template of a name. InputError, with the names there are, where it is none."""
    names = template_names()
    if name not in names:
        near = get_close_matches(name, names, 1)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(names)}"
        raise InputError(f"There is no template named {name}. {hint}")
    return (default_folder() / name).read_bytes()


def template_files(templates: Path | None) -> dict[str, bytes]:
    """What every file says that pages are printed with: the default templates, and those of a folder of the user's."""
    folders = {"": default_folder()} | ({"own/": templates} if templates else {})
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for prefix, folder in folders.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
