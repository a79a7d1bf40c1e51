"""What is said of how an article was read: one sentence a notice, and what to do where something can be done."""

from collections import defaultdict

from reader import locales
from reader.i18n import _, ngettext
from reader.notices import Notice, NoticeKind


def notice(one: Notice) -> str:
    """A notice in words, with its values."""
    n = one.value("n")
    count = n if isinstance(n, int) else 0
    words = _counted(one, count) or _placed(one) or _plain(one.kind)
    values = {name: value for name, value in one.values if name != "n"}
    return words.format_map(defaultdict(str, values, n=locales.count(count)))


def _counted(one: Notice, n: int) -> str:
    """The sentence of a kind that counts; empty for the others."""
    match one.kind:
        case NoticeKind.LEFT_OUT if one.value("under"):
            return ngettext(
                "Partly read: {n} paragraph under “{under}” was left out.",
                "Partly read: {n} paragraphs under “{under}” were left out.",
                n,
            )
        case NoticeKind.LEFT_OUT:
            return ngettext(
                "Partly read: {n} paragraph of the page was left out.",
                "Partly read: {n} paragraphs of the page were left out.",
                n,
            )
        case NoticeKind.CUT if n:
            return ngettext(
                "The source cut the text short: {n} character is missing. Import the page itself.",
                "The source cut the text short: {n} characters are missing. Import the page itself.",
                n,
            )
        case NoticeKind.SHORTER:
            return ngettext(
                "The archive counts {n} word more than the file has. Look whether the export is complete.",
                "The archive counts {n} words more than the file has. Look whether the export is complete.",
                n,
            )
        case NoticeKind.BAD_BYTES:
            return ngettext(
                "{n} byte is no letter in the file’s encoding; the sign � stands in its place.",
                "{n} bytes are no letters in the file’s encoding; the sign � stands in their place.",
                n,
            )
        case NoticeKind.ADDED:
            return ngettext(
                "{n} paragraph outside of the page’s main text was added.",
                "{n} paragraphs outside of the page’s main text were added.",
                n,
            )
        case NoticeKind.STRUCK:
            return ngettext(
                "{n} word that was struck through was left out.",
                "{n} words that were struck through were left out.",
                n,
            )
        case NoticeKind.RECOGNISED:
            return ngettext(
                "{n} page is a picture whose text a program has read: check its figures against the picture.",
                "{n} pages are pictures whose text a program has read: check their figures against the pictures.",
                n,
            )
        case NoticeKind.STORIES:
            return ngettext(
                "{n} story stands in it.",
                "{n} stories seem to stand in it and were read as one article; save each by itself to compare it.",
                n,
            )
        case NoticeKind.COMMENTARY:
            return ngettext(
                "{n} remark of the person who kept it was left out.",
                "{n} remarks of the person who kept it were left out.",
                n,
            )
    return ""


def _placed(one: Notice) -> str:
    """Where an article stood in print, as far as it is known; empty for other kinds."""
    if one.kind is not NoticeKind.PLACE:
        return ""
    if not one.value("page"):
        return _("In print: {section}.")
    return _("In print: {section}, page {page}.") if one.value("section") else _("In print: page {page}.")


def _plain(kind: NoticeKind) -> str:
    return {
        NoticeKind.ABSTRACT: _("Only an abstract is in the file, not the article. Import the page itself."),
        NoticeKind.CUT: _("The source cut the text short. Import the page itself."),
        NoticeKind.MISREAD: _(
            "The text looks wrongly decoded (“{shown}”); it was kept as it is. "
            "Save it anew from where it comes from, import that, and remove this one."
        ),
        NoticeKind.DATE: _("The date “{said}” is not clear; none was taken."),
        NoticeKind.ENCODING: _("The encoding is not sure; the text was read as {encoding}."),
        NoticeKind.CORRECTION: _("Correction: {text}"),
        NoticeKind.KILLED: _("Withdrawn by its source: {text}"),
        NoticeKind.EMBARGO: _("Not to be published before {until}."),
        NoticeKind.GRAPHIC: _("Pictures: {text}"),
        NoticeKind.VERSION: _("This is version {version}."),
    }[kind]
