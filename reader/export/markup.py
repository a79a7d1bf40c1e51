"""Elements of an HTML page as escaped text; nothing gets in unescaped."""

from html import escape

from reader import wording
from reader.export.marked_runs import FigureMark, MarkedRun
from reader.export.phrases import SIGNS
from reader.export.printable import clean
from reader.export.report import ReportSource
from reader.i18n import _

_VOID = frozenset({"meta", "br", "col"})


def element(tag: str, /, *content: str, **attributes: str | None) -> str:
    """`<tag ...>content</tag>`: content is markup, attribute values are text; `class_` is class, None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said} />" if tag in _VOID else f"<{tag}{said}>{''.join(content)}</{tag}>"


def plain(text: str) -> str:
    """Text with what markup would take for its own escaped."""
    return escape(clean(text), quote=False)


class MarkupWriter:
    """Makes runs of text into markup; `places` are the ids that links may lead to."""

    def __init__(self, places: frozenset[str]) -> None:
        self._places = places

    def runs(self, runs: tuple[MarkedRun, ...]) -> str:
        """A paragraph's worth of runs."""
        after = [run.figure for run in runs[1:]] + [None]
        return "".join(self._run(run, follows) for run, follows in zip(runs, after, strict=False))

    def link(self, to: str, content: str, **attributes: str | None) -> str:
        """A link where it leads somewhere, else its content."""
        return element("a", content, href=f"#{to}", **attributes) if to in self._places else content

    def badge(self, number: int, relation: str, to: str) -> str:
        """A passage's number."""
        return self.link(to, self.numbers(str(number), relation), aria_label=_("Passage {n}").format(n=number))

    def numbers(self, words: str, relation: str) -> str:
        """The number of a passage, or those of several, in the frame of their kind."""
        return element("span", plain(words), class_=f"badge {relation}")

    def _run(self, run: MarkedRun, follows: FigureMark | None) -> str:
        body = plain(run.text)
        if run.differs:
            body = element("b", body, class_="differs")
        if run.quoted:
            body = element("em", body)
        if run.figure:
            body = self._figure(run.figure, body, tagged=follows != run.figure)
        if run.own:
            body = element("mark", body, class_="own")
        elif run.depth:
            body = element("mark", body, class_=f"depth-{run.depth}")
        anchors = "".join(element("span", id=name) for name in run.here)
        more = element("small", plain(f"+{run.more} "), class_="more") if run.more else ""
        return anchors + "".join(self.badge(b.number, b.relation.value, b.to) for b in run.badges) + more + body

    def _figure(self, figure: FigureMark, body: str, *, tagged: bool) -> str:
        shape = figure.verdict.value
        label = f"{SIGNS[figure.verdict]}{figure.row}"
        tag = element("sup", plain(label), title=wording.verdict(figure.verdict), class_=shape) if tagged else ""
        return self.link(figure.to, element("span", body, class_=f"figure {shape}") + tag, class_="bare")


def voiced(source: ReportSource) -> dict[str, str]:
    """The attributes that tell an article's language and direction."""
    return {"lang": source.language, "dir": "rtl" if source.rtl else "ltr"}
