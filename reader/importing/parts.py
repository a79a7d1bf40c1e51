"""The text of a file that lies inside a document and is shown there: a page, an RTF or Word document, plain text."""

from reader.errors import ImportFailure
from reader.importing.decoding import decoded


def text_of_part(data: bytes, file: str, name: str) -> str:
    """Its paragraphs, parted by empty lines; empty where nothing can be read. Nothing in it is looked into further."""
    from reader.importing.file_signatures import module_of

    try:
        match module_of(data, "plain_text"):
            case "web_page" | "mail":
                return _page(data, name)
            case "rtf":
                from reader.importing.rtf import text_of

                return text_of(data)
            case "plain_text":
                plain = decoded(data, name)
                if file.lower().endswith((".htm", ".html", ".xhtml")) or plain.lstrip().startswith("<"):
                    return _page(data, name)
                return plain.strip()
            case _:
                return ""
    except ImportFailure:
        return ""


def _page(data: bytes, name: str) -> str:
    from reader.importing.web_page import markup_of, text_of

    return text_of(markup_of(data, name))
