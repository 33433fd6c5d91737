"""The command: newsarchive [VERB] [PATH]. Its verb is `build` when the first word names none."""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsarchive import __version__
from newsarchive.cli import tell
from newsarchive.errors import NewsArchiveError

if TYPE_CHECKING:
    from newsarchive.config import Config
    from newsarchive.pipeline.checking import Place

NOT_BUILT = 2
SELDOM = (100_000, 20, 100)
"""How seldom Python looks for values that hold each other: none of ours do, and looking took an eighth of reading."""


class VerbOrBuild(click.Group):
    """A group whose verb is `build` when the first word names none."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options that are the same everywhere."""
    for option in (
        click.option("--debug", is_flag=True, help="Show where in the program an error arose."),
        click.option("--quiet", is_flag=True, help="Say only what went wrong."),
        click.option("--workers", type=click.IntRange(1), help="Processes to work in. Default: one for each core."),
        click.option("--full", is_flag=True, help="Distrust what was built before and look at everything again."),
        click.option("--strict", is_flag=True, help="End with exit code 1 where there is anything to look at."),
        click.option(
            "--config", type=click.Path(path_type=Path), help="The archive's config.yaml, where it is elsewhere."
        ),
        click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to write the site to."),
    ):
        command = option(command)
    return command


@click.group(cls=VerbOrBuild, context_settings={"help_option_names": ["--help"]})
@click.version_option(__version__, prog_name="newsarchive")
def commands() -> None:
    """Turn a folder of scraped news texts into an archive that opens from disk.

    Without a verb, PATH is built: a folder that holds a config.yaml is an archive, any other a folder of texts.
    """


@commands.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--open", "show", is_flag=True, help="Open the front page when it is built.")
@click.option("--check", "checked", is_flag=True, help="Check the site when it is built, as the verb check does.")
@common
def build(path: Path | None, show: bool, checked: bool, strict: bool, **options: Any) -> None:  # noqa: ANN401 - as click gives them
    """Build the site of an archive, or of any folder of texts."""
    from newsarchive import pipeline  # noqa: PLC0415 - other verbs start faster without it

    with _plain_errors(options["debug"]):
        stopwatch = tell.Stopwatch()
        archive = pipeline.find_archive(path, options["config"], options["output"])
        report = pipeline.build(
            archive, workers=options["workers"], distrust=options["full"], progress=tell.progress(options["quiet"])
        )
        tell.report(report, archive.output, stopwatch, quiet=options["quiet"])
        if show:
            import webbrowser  # noqa: PLC0415 - slow to load, and seldom asked for

            webbrowser.open((archive.output / "index.html").resolve().as_uri())
        found = checked and _check_built(archive, **options)
        if found or (strict and report.problems):
            sys.exit(1)


@commands.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a report as one JSON object, with every finding.")
@common
def check(path: Path | None, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - as click gives them
    """Check the site of an archive, of a folder of texts, or one that was copied elsewhere.

    Ends with exit code 1 where anything is wrong with it, and 2 where it could not be checked.
    """
    from newsarchive.pipeline.checking import find_site  # noqa: PLC0415 - as above

    with _plain_errors(options["debug"], "Nothing was checked."):
        place = find_site(path, options["config"], options["output"])
        if _check(place, as_json=as_json, **options):
            sys.exit(1)


@commands.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port, or the first free one after it.")
@click.option("--open", "show", is_flag=True, help="Open the front page.")
@common
def serve(path: Path | None, port: int, show: bool, **options: Any) -> None:  # noqa: ANN401 - as click gives them
    """Build the site, show it in a browser of this machine, and build it anew whenever something changes."""
    from newsarchive import pipeline  # noqa: PLC0415 - other verbs start faster without it
    from newsarchive.cli.serving import Terminal, keep_serving  # noqa: PLC0415 - as above

    with _plain_errors(options["debug"]):
        find = partial(pipeline.find_archive, path, options["config"], options["output"])
        file = options["config"] or (path or Path()) / pipeline.CONFIG
        told = {name: options[name] for name in ("workers", "full", "quiet", "debug")}
        keep_serving(find, file, port, Terminal(show=show, **told))


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def new(folder: Path, debug: bool) -> None:
    """Lay out a fresh archive in FOLDER: articles/, config.yaml, pages/about.md."""
    from newsarchive import pipeline  # noqa: PLC0415 - other verbs start faster without it

    with _plain_errors(debug):
        for path in pipeline.lay_out(folder):
            click.echo(f"wrote {path}")
        click.echo(f"Put texts into {folder / 'articles'}, then run: newsarchive {folder}")


@commands.command()
@click.argument("name", required=False)
@click.option("--config", type=click.Path(path_type=Path), help="The archive's config.yaml, where it is elsewhere.")
@click.option("--debug", is_flag=True, help="Show where in the program an error arose.")
def template(name: str | None, config: Path | None, debug: bool) -> None:
    """Copy the template NAME into the archive's own templates/, to be changed there. Without NAME: list them."""
    from newsarchive import pipeline  # noqa: PLC0415 - other verbs start faster without it
    from newsarchive.pipeline.templates import copy_template, template_names  # noqa: PLC0415 - as above

    with _plain_errors(debug):
        if name is None:
            for each in template_names():
                click.echo(each)
            return
        path = copy_template(pipeline.find_archive(None, config, None), name)
        click.echo(f"wrote {path}")
        click.echo("It stands for the default from now on. What it can show is told in docs/templates.md.")


@commands.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@common
def extract(paths: tuple[Path, ...], strict: bool, **options: Any) -> None:  # noqa: ANN401 - as click gives them
    """Print what each text says, one JSON object a line.

    Each file of PATHS (or below them) is read alone. Without PATHS: the records of the archive, with its habits.
    """
    from newsarchive import pipeline  # noqa: PLC0415 - other verbs start faster without it
    from newsarchive.pipeline.records import archive_records, extract_alone  # noqa: PLC0415 - as above

    with _plain_errors(options["debug"]):
        found = False
        records = (
            extract_alone(paths, workers=options["workers"])
            if paths
            else archive_records(pipeline.find_archive(None, options["config"], options["output"]))
        )
        for item in records:
            found = tell.record_line(item) or found
        if strict and found:
            sys.exit(1)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
@common
def explain(file: Path, **options: Any) -> None:  # noqa: ANN401 - as click gives them
    """Print each piece of a text with what it was taken for, how likely that is, the rule and what spoke for it."""
    from newsarchive.cli.explanation import explanation  # noqa: PLC0415 - as above
    from newsarchive.pipeline.records import explain_alone  # noqa: PLC0415 - as above

    with _plain_errors(options["debug"]):
        explanation(*explain_alone(file))


def _check_built(archive: "Config", **options: Any) -> bool:  # noqa: ANN401 - as click gives them
    """Check the site of an archive that was just built; whether anything was found."""
    from newsarchive.pipeline.checking import Place  # noqa: PLC0415 - as above

    return _check(Place(archive.output, archive), as_json=False, **options)


def _check(place: "Place", *, as_json: bool, workers: int | None, quiet: bool, **_: Any) -> bool:  # noqa: ANN401 - as click gives them
    """Check a site and say what was found; whether anything was."""
    from newsarchive.cli.checking import tell_findings, write_findings  # noqa: PLC0415 - as above
    from newsarchive.pipeline.checking import check_site  # noqa: PLC0415 - as above

    stopwatch = tell.Stopwatch()
    told = check_site(place, workers=workers, progress=tell.progress(quiet))
    return write_findings(told, place.output) if as_json else tell_findings(told, stopwatch, quiet=quiet)


@contextmanager
def _plain_errors(debug: bool, outcome: str = "Nothing was built.") -> Iterator[None]:
    """Errors in words and exit code 2; a traceback with --debug alone."""
    try:
        yield
    except (SystemExit, click.exceptions.Exit, BrokenPipeError):
        raise  # click ends a command quietly whose reader has gone
    except KeyboardInterrupt:
        click.echo("\nStopped. What was built before is as it was.", err=True)
        sys.exit(NOT_BUILT)
    except Exception as error:
        if debug:
            raise
        if isinstance(error, NewsArchiveError):
            lines = [*error.complaints, outcome]
        elif isinstance(error, ModuleNotFoundError):
            lines = [f"{error.name} is not installed. Run this first: pip install -e ."]
        else:
            lines = [
                f"This is a fault of the program, not of your texts: {type(error).__name__}: {error}",
                f"{outcome} Run the same command with --debug to see where, and please report it.",
            ]
        for line in lines:
            click.echo(line, err=True)
        sys.exit(NOT_BUILT)


def main() -> None:
    """The entry of build.py and of the command `newsarchive`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console that cannot print a name must not stop a build
    gc.set_threshold(*SELDOM)
    atexit.register(gc.freeze)  # nor at the end, when Python looks through all that is left
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's threads multiply matrices, and we have none
    commands(prog_name="newsarchive")
