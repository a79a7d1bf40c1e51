"""Why a file of one of the richer formats cannot be read, each in one line with what to do."""

from reader import locales
from reader.errors import ImportFailure, PartlyRead
from reader.i18n import _, ngettext


def damaged(name: str, kind: str) -> ImportFailure:
    """It begins like its kind, and goes on otherwise."""
    message = _("{name} is damaged and cannot be read ({kind}).").format(name=name, kind=kind)
    return ImportFailure(message, _("Save or download it again."))


def without_text(name: str) -> ImportFailure:
    """Nothing in it can be read."""
    message = _("{name} holds no text that can be read.").format(name=name)
    return ImportFailure(message, _("Open it, copy the article and paste it."))


def encrypted(name: str) -> ImportFailure:
    """A password is asked for."""
    message = _("{name} is encrypted.").format(name=name)
    return ImportFailure(message, _("Save a copy without a password and import that."))


def too_much(name: str) -> ImportFailure:
    """It unpacks to more than any article is."""
    message = _("{name} unpacks to far more than an article.").format(name=name)
    return ImportFailure(message, _("Unpack it yourself, if you trust it, and import the articles."))


def too_deep(name: str) -> ImportFailure:
    """Archives in archives in archives."""
    message = _("{name} lies too many archives deep.").format(name=name)
    return ImportFailure(message, _("Unpack it yourself, if you trust it, and import the articles."))


def cut_short(name: str) -> PartlyRead:
    """It ends before it should, and what there is of it was read."""
    message = _("{name} was cut short; what follows is missing.").format(name=name)
    return PartlyRead(message, _("Download or save it again."))


def too_many(name: str, count: int) -> PartlyRead:
    """There is more in it than was read."""
    message = _("{name} holds more than {count} articles; the rest was not read.").format(
        name=name, count=locales.count(count)
    )
    return PartlyRead(message, _("Divide it and import the parts."))


def only_addresses(name: str, count: int) -> ImportFailure:
    """A list of pages to be read, as reading lists and bookmarks are: no text is in it."""
    message = ngettext(
        "{name} has {n} address of a page and no text.", "{name} has {n} addresses of pages and no text.", count
    )
    remedy = _("Import the pages themselves: by their addresses, or saved from a browser.")
    return ImportFailure(message.format(name=name, n=locales.count(count)), remedy)


def only_references(name: str, count: int) -> ImportFailure:
    """References without abstracts: what articles are called, and not what they say."""
    message = ngettext(
        "{name} has {n} reference and no text or abstract.", "{name} has {n} references and no text or abstract.", count
    )
    return ImportFailure(message.format(name=name, n=locales.count(count)), _("Import the articles themselves."))


def undivided(name: str, archive: str) -> ImportFailure:
    """It is an export of an archive, and its documents could not be told apart."""
    message = _("{name} is an export of {archive}, whose articles could not be told apart.")
    return ImportFailure(
        message.format(name=name, archive=archive), _("Export them again as single files, or as Word or HTML.")
    )


def without_body(name: str, number: int, headline: str) -> ImportFailure:
    """A document of an archive that has its fields and no text."""
    message = _("Document {number} of {name} (“{headline}”) has no text.")
    remedy = _("The archive may have only its headline; look for the article at its outlet.")
    return ImportFailure(message.format(number=locales.count(number), name=name, headline=headline), remedy)


def fewer_documents(name: str, archive: str, found: int, counted: int) -> PartlyRead:
    """An export says that it holds more documents than there are."""
    message = _("{name} speaks of {counted} documents, and {found} were found ({archive}).")
    words = message.format(name=name, counted=locales.count(counted), found=locales.count(found), archive=archive)
    return PartlyRead(words, _("Look whether the export is complete."))


def parts(name: str, count: int, example: str) -> ImportFailure:
    """Much of what is in it could not be read, and all of it is told in one line."""
    message = ngettext(
        "{n} part of {name} could not be read, for instance:",
        "{n} parts of {name} could not be read, for instance:",
        count,
    )
    return ImportFailure(message.format(n=locales.count(count), name=name), example)


def too_slow(name: str, read: int) -> ImportFailure:
    """It took longer than any honest file takes; so many articles of it were read before."""
    message = _("{name} took too long to read.")
    if read:
        message = ngettext(
            "{name} took too long to read: after {n} article, the rest was left.",
            "{name} took too long to read: after {n} articles, the rest was left.",
            read,
        )
    message = message.format(name=name, n=read)
    return ImportFailure(message, _("Save the article as plain text and import that."))


def exhausting(name: str) -> ImportFailure:
    """It took more memory than any honest file takes."""
    message = _("{name} would take too much memory to read.").format(name=name)
    return ImportFailure(message, _("Save the article as plain text and import that."))


def fatal(name: str) -> ImportFailure:
    """What read it crashed."""
    message = _("{name} is damaged so badly that reading it failed.").format(name=name)
    return ImportFailure(message, _("Save or download it again."))


def holds_several(name: str) -> ImportFailure:
    """One article was asked for."""
    message = _("{name} holds more than one article.").format(name=name)
    return ImportFailure(message, _("Import it into the library and choose there."))
