"""What the library keeps of comparisons, for the command line: a story, or a comparison saved under a name."""

import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime

from reader.cli.lookup import named
from reader.compare.comparison import Comparison
from reader.compare.timelines import moment
from reader.errors import UsageError
from reader.export import Choices
from reader.export.library_choices import gathered
from reader.i18n import _, ngettext, quoted
from reader.library import Row
from reader.paths import Paths
from reader.progress import Progress, silent
from reader.settings import Settings, options_from
from reader.text.plain import plain
from reader.wording import kinds
from reader.workspace import Workspace

_SHOWN = 60
"""Characters of the words that a decision is about which waits."""


def story(name: str, settings: Settings, progress: Progress = silent) -> tuple[Comparison, Choices]:
    """The articles of a story compared, the oldest first, with what the reader did to the findings."""
    with closing(Workspace(Paths.default(), settings)) as workspace:
        known = {one.name: one.id for one in workspace.library.stories.all()}
        story_id = named(name, known, _("There is no story of this name: {name}."))
        rows = workspace.library.rows(story_id)[::-1]  # as they came in, which holds among those of one moment or none
        ids = [row.id for row in sorted(rows, key=_when)]
        return _compared(workspace, ids, progress)


def _when(row: Row) -> tuple[bool, datetime]:
    """What rows sort by, the oldest first: times of day in their zones, a day alone at its noon, no date last."""
    found, _has_time, _has_zone = moment(row.published)
    return found is None, found or datetime.min  # noqa: DTZ901 - never compared with a date


def saved(name: str, settings: Settings, progress: Progress = silent) -> tuple[Comparison, Choices]:
    """A saved comparison, in its own order and under its own cutoffs."""
    with closing(Workspace(Paths.default(), settings)) as workspace:
        known = {one.name: one for one in workspace.comparisons()}
        one = named(name, known, _("There is no saved comparison of this name: {name}."))
        options = options_from(one.options, settings.compare)
        asked = settings.compare.meaning
        workspace.settings = replace(settings, compare=replace(options, meaning=asked))
        there = [row.id for row in workspace.library.rows_of(one.articles) if not row.gone]
        if len(there) < len(one.articles):
            raise UsageError(
                _("{missing} of the {n} articles of “{name}” are no longer in the library.").format(
                    missing=len(one.articles) - len(there), n=len(one.articles), name=name
                ),
                _("Bring them back from the bin, or import them again."),
            )
        return _compared(workspace, list(one.articles), progress)


def _compared(workspace: Workspace, ids: Sequence[str], progress: Progress) -> tuple[Comparison, Choices]:
    from reader.compare.options import MAX_ARTICLES, MIN_ARTICLES

    if not MIN_ARTICLES <= len(ids) <= MAX_ARTICLES:
        raise UsageError(
            ngettext("There is {n} article in it.", "There are {n} articles in it.", len(ids)).format(n=len(ids)),
            _("A comparison takes {least} to {most}.").format(least=MIN_ARTICLES, most=MAX_ARTICLES),
        )
    found = workspace.compare(ids, progress)
    if waiting := workspace.waiting_decisions(found):
        about = [quoted(words[:_SHOWN]) for _decision, words in waiting]
        print(f"parallax: {plain(kinds.waiting(len(waiting), about))}", file=sys.stderr)
    return found, gathered(workspace, found)
