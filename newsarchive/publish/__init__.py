"""publish: pages → the output folder, as a journalled move.

Pages are staged beside the site that stands. Only when all have come is a journal written, and then they are moved: at
every moment each file is whole, old or new, and no link is dead. Whatever ends the build in between, the next command
finishes it.

    output/.newsarchive/manifest.csv   our files: path, size, sha256 (a path that ends in "/" is a folder we made)
    output/.newsarchive/journal.json   the moves under way; not there in between
    output/.newsarchive/staging/       pages on their way; not there in between
    output/.newsarchive/lock           held by the build that writes
"""

from collections.abc import Iterable
from pathlib import Path

from newsarchive.model import Page, Published
from newsarchive.publish.disk import told
from newsarchive.publish.guard import usable_output
from newsarchive.publish.journal import read_journal, write_journal
from newsarchive.publish.lock import locked
from newsarchive.publish.manifest import read_manifest
from newsarchive.publish.moves import carry_out
from newsarchive.publish.staging import Plan, Staging
from newsarchive.publish.state import State

__all__ = ["publish", "recover"]

_AS_IT_WAS = "Nothing was changed: the site stands as it was."
_TO_BE_FINISHED = "The next build will finish this one; until then the site is whole, partly old and partly new."


def publish(pages: Iterable[Page], output: Path, *, articles: Path | None, distrust: bool = False) -> Published:
    """Make the output folder hold these pages, beside whatever in it we did not make.

    A file that holds a page's bytes already is left untouched; that it does is taken from the manifest and the file's
    size, or from its bytes where `distrust` is set. Files of ours that are no page any more are deleted, even where
    somebody edited them. An error while pages come (theirs too, which passes as it is) leaves the site as it was.

    Raises PublishError where the folder is unfit, a page would overwrite a file that is not ours, another build is
    writing, or the disk fails; if that happens among the moves, the next call of `publish` or `recover` finishes them.
    """
    state = State(usable_output(output, articles))
    with locked(state):
        _finish(state)
        with told(_AS_IT_WAS):
            manifest = read_manifest(state.manifest)
        try:
            plan = _plan(pages, Staging(state, manifest, distrust=distrust))
            with told(_AS_IT_WAS):
                _commit(state, plan)
        finally:
            if not state.journal.exists():
                state.clear_staging()
        with told(_TO_BE_FINISHED):
            if plan.is_work:
                carry_out(state, plan.journal)
    return plan.published


def recover(output: Path) -> bool:
    """Finish what a killed build began to move; whether there was anything to finish.

    What a build only staged is cleared away. Nothing is made or changed in a folder that holds no such thing.

    Raises PublishError as `publish` does.
    """
    state = State(output)
    with told(_AS_IT_WAS):
        if not (state.journal.exists() or state.staging.exists()):
            return False
    state = State(usable_output(output, None))
    with locked(state):
        return _finish(state)


def _plan(pages: Iterable[Page], staging: Staging) -> Plan:
    for page in pages:
        with told(_AS_IT_WAS):
            staging.take(page)
    with told(_AS_IT_WAS):
        return staging.plan()


def _commit(state: State, plan: Plan) -> None:
    if plan.is_work:
        write_journal(state, plan.journal, plan.manifest)


def _finish(state: State) -> bool:
    with told(_TO_BE_FINISHED):
        journal = read_journal(state.journal)
        if journal is not None:
            carry_out(state, journal, verify=True)
    state.clear_staging()
    return journal is not None
