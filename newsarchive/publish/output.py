"""An output folder that one build holds, from its first look at the texts until the site stands."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path

from newsarchive.model import Page, Published
from newsarchive.publish.disk import AS_IT_WAS, told
from newsarchive.publish.guard import usable_output
from newsarchive.publish.journal import read_journal, write_journal
from newsarchive.publish.lock import locked
from newsarchive.publish.manifest import Manifest, read_manifest
from newsarchive.publish.moves import carry_out
from newsarchive.publish.staging import Plan, Staging
from newsarchive.publish.state import State

_TO_BE_FINISHED = "The next build will finish this one; until then the site is whole, partly old and partly new."


class Output:
    """The folder and what stands in it, while no other build writes there; `resumed`: one that was killed is finished.

    The manifest is read when it is first asked for, and again only after something was published.
    """

    def __init__(self, state: State, *, resumed: bool) -> None:
        self._state = state
        self._manifest: Manifest | None = None
        self.resumed = resumed

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._state.output

    def files(self, folder: str) -> frozenset[str]:
        """The paths of our files in a folder ("search/"), as the manifest has them."""
        with told(AS_IT_WAS):
            return frozenset(path for path in self._known().rows if path.startswith(folder) and not path.endswith("/"))

    def held(self, path: str) -> str:
        """What a file of ours holds, as the manifest says it; "" of one that is none."""
        with told(AS_IT_WAS):
            return self._known().rows.get(path, "")

    def publish(
        self, pages: Iterable[Page], *, kept: AbstractSet[str] = frozenset(), distrust: bool = False
    ) -> Published:
        """Make the folder hold these pages, and those that are `kept`, beside whatever in it we did not make.

        `kept` are paths of pages that show what they showed: they stand already, and are not looked at. (The set
        may grow while pages come: it is needed when all have.) A file that holds a page's bytes already is left
        untouched; that it does is taken from the manifest and the file's size, or from its bytes where `distrust` is
        set. Files of ours that are no page any more are deleted, even where somebody edited them. An error while pages
        come (theirs too, which passes as it is) leaves the site as it was.

        Raises PublishError where a page would overwrite a file that is not ours, what is kept is not ours, or the disk
        fails; if that happens among the moves, the next `hold`, `publish` or `recover` finishes them.
        """
        state = self._state
        with told(AS_IT_WAS):
            manifest = self._known()
        try:
            plan = _plan(pages, Staging(state, manifest, kept, distrust=distrust))
            with told(AS_IT_WAS):
                token = write_journal(state, plan.journal, plan.rows) if plan.is_work else manifest.token
        finally:
            if not state.journal.exists():
                state.clear_staging()
        if plan.is_work:
            self._manifest = None
            with told(_TO_BE_FINISHED):
                carry_out(state, plan.journal)
        return plan.published(token)

    def _known(self) -> Manifest:
        if self._manifest is None:
            self._manifest = read_manifest(self._state.manifest)
        return self._manifest


@contextmanager
def hold(output: Path, articles: Path | None) -> Iterator[Output]:
    """Keep every other build out of the output folder, and finish one that was killed.

    Raises PublishError where the folder is unfit, another build holds it for longer than a few seconds, or the disk
    fails.
    """
    state = State(usable_output(output, articles))
    with locked(state):
        yield Output(state, resumed=_finish(state))


def _finish(state: State) -> bool:
    """Carry out what the journal says, and clear away what was only staged; whether there was a journal."""
    with told(_TO_BE_FINISHED):
        journal = read_journal(state.journal)
        if journal is not None:
            carry_out(state, journal, verify=True)
    state.clear_staging()
    return journal is not None


def _plan(pages: Iterable[Page], staging: Staging) -> Plan:
    for page in pages:
        with told(AS_IT_WAS):
            staging.take(page)
    with told(AS_IT_WAS):
        return staging.plan()
