"""Files and pasted text to articles: nothing altered, nothing lost, what is page furniture marked and never removed.

files      the bytes, bounded, or why not     decoding   bytes -> text; binary says what else it is
formats    what can be read; signs tell       drafts     a format's own fields and text -> article
apart      a helper process reads all but     paragraphs   lines and paragraphs
           plain text, by format_dispatch     boilerplate, rules, patterns   which of them are furniture
contents   what was read of a file, whole: status, articles, what is missing
limits     what one file may cost             masthead   headline, byline, outlet, dates of a text
addresses  a page on the network, when named  clipboard  what the clipboard holds of a page
exports, newswire   archives, news agencies   visible_page, page_furniture, completeness   a page as a person sees it
office_flow, properties   Word, RTF and their kind      recognition    text in pictures, when asked for
"""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.importing.clipboard import read_copied
    from reader.importing.contents import Contents, ReadStatus
    from reader.importing.files import is_part_of_saved_page
    from reader.importing.formats import FORMATS, ImportFormat
    from reader.importing.intake import contents_of, one_article, read_all, read_file, read_stream, read_text
    from reader.importing.options import ImportOptions, WatchOptions
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "contents": "Contents ReadStatus",
            "clipboard": "read_copied",
            "files": "is_part_of_saved_page",
            "formats": "FORMATS ImportFormat",
            "intake": "contents_of one_article read_all read_file read_stream read_text",
            "options": "ImportOptions WatchOptions",
        },
    )

__all__ = [
    "FORMATS",
    "Contents",
    "ImportFormat",
    "ImportOptions",
    "ReadStatus",
    "WatchOptions",
    "contents_of",
    "is_part_of_saved_page",
    "one_article",
    "read_all",
    "read_copied",
    "read_file",
    "read_stream",
    "read_text",
]
