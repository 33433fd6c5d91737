"""From config.yaml to the values that the stages take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsarchive.errors import ConfigError
from newsarchive.model import Authors, Choices, Edition, Outlet, Phrases, Problem, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarchive.config.entries import Publish
    from newsarchive.config.schema import Schema
    from newsarchive.config.yaml_lines import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A user's choices: what render needs to know of them, what label and extract do, and where things are.

    `file` is None where there is no config.yaml; `root` is its folder, else the folder of texts. Paths are absolute.
    """

    file: Path | None
    root: Path
    site: Site
    choices: Choices
    articles: Path
    output: Path
    templates: Path | None
    pages: Path | None
    problems: tuple[Problem, ...] = ()

    @property
    def is_archive(self) -> bool:
        """Whether there is a config.yaml, beside which the archive keeps what it must remember."""
        return self.file is not None


def load(file: Path, *, output: Path | None = None) -> Config:
    """The choices of a config.yaml; `output` stands for the folder that it names.

    ConfigError, with every complaint at once, where it cannot be followed.
    """
    file = file.absolute()
    root = file.parent
    schema = _validated(file, root)
    return Config(
        file=file,
        root=root,
        site=_site(schema),
        choices=_choices(schema),
        articles=root / schema.articles,
        output=output.absolute() if output else root / schema.output,
        templates=_if_there(root / schema.templates),
        pages=_if_there(root / schema.pages),
        problems=tuple(_problems(schema, file.name)),
    )


def plain(folder: Path, *, output: Path | None = None) -> Config:
    """The defaults for a folder of texts without a config.yaml: the site of `texts` goes to `texts-site`."""
    root = folder.resolve()
    return Config(
        file=None,
        root=root,
        site=Site(),
        choices=Choices.none,
        articles=root,
        output=output.absolute() if output else root.with_name(f"{root.name}-site"),
        templates=None,
        pages=None,
    )


def _validated(file: Path, root: Path) -> Schema:
    from pydantic import ValidationError  # noqa: PLC0415 - slow to load, and a folder without config.yaml needs none

    from newsarchive.config.complaints import complaints  # noqa: PLC0415
    from newsarchive.config.schema import Schema  # noqa: PLC0415

    data, lines = _parsed(file)
    errors = []
    try:
        schema = Schema.model_validate({} if data is None else data, context=root)
    except ValidationError as error:
        errors = error.errors()
    if errors or lines.twice:
        raise ConfigError(*complaints(file.name, errors, lines, Schema))
    return schema


def _parsed(file: Path) -> tuple[Any, Lines]:
    from newsarchive.config.yaml_lines import YamlError, parse_yaml  # noqa: PLC0415 - as above

    try:
        return parse_yaml(file.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file.name}: is not UTF-8 (byte {error.start}): save it as UTF-8") from None
    except YamlError as error:
        raise ConfigError(f"{file.name}:{error.line}: cannot be read as YAML: {error}") from None


def _site(schema: Schema) -> Site:
    edition = _edition(schema.publish, Edition())
    differing = ((outlet.name, outlet.publish) for outlet in schema.outlets)
    return Site(
        title=schema.title,
        description=schema.description,
        url=schema.url,
        language=schema.language,
        collected=schema.collected,
        period=_period(schema),
        rights=schema.rights,
        contact=schema.contact,
        coverage=schema.coverage,
        robots=schema.robots if _is_chosen(schema) else Site().robots,
        listing_size=schema.listing_size,
        is_working_copy=not _is_chosen(schema),
        has_search=schema.search,
        edition=edition,
        editions=tuple((name, _edition(publish, edition)) for name, publish in differing if publish),
    )


def _is_chosen(schema: Schema) -> bool:
    """Whether somebody said what of the texts is to be published."""
    return "publish" in schema.model_fields_set


def _problems(schema: Schema, file: str) -> Iterator[Problem]:
    """What can be followed, but hardly as it was meant."""
    if not _is_chosen(schema):
        for key in ("url", "robots"):
            if key in schema.model_fields_set and getattr(schema, key) != getattr(Site(), key):
                yield Problem(
                    "no_choice_of_what_to_publish",
                    f"{key} is set, but publish does not say what readers may see: the site stays a working copy that "
                    "shows everything. Set publish, for example to text: excerpt",
                    file,
                )


def _edition(publish: Publish, base: Edition) -> Edition:
    """What an edition shows: what is stated, and for the rest what the one does that it is based on."""
    return replace(base, **{key: getattr(publish, key) for key in publish.model_fields_set})


def _period(schema: Schema) -> tuple[str, str] | None:
    return (schema.period.first, schema.period.last) if schema.period else None


def _choices(schema: Schema) -> Choices:
    return Choices(
        outlets=tuple(Outlet(each.name, tuple(each.aliases), tuple(each.files)) for each in schema.outlets),
        phrases=tuple(_phrases(schema)),
        collected=schema.collected,
        period=_period(schema),
        timezone=schema.timezone,
        authors=Authors(
            tuple((name, tuple(others)) for name, others in schema.authors.items()), tuple(schema.authors_apart)
        ),
    )


def _phrases(schema: Schema) -> Iterator[Phrases]:
    """For all outlets first; nothing where nothing is said."""
    all_outlets = Phrases(tuple(schema.leave_out), tuple(schema.keep))
    by_outlet = (Phrases(tuple(each.leave_out), tuple(each.keep), each.name) for each in schema.outlets)
    yield from (phrases for phrases in (all_outlets, *by_outlet) if phrases.leave_out or phrases.keep)


def _if_there(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None
