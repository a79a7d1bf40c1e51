"""argparse's own words, "usage: " and its errors, through our catalogue: in the language that the settings choose.

argparse asks the gettext of the standard library, which follows the environment and has no catalogue of its own. It
looks up two names of its module, which are ours from here on. What a later Python says anew is left in English.
"""

import argparse

from reader.i18n import N_, _, ngettext

MESSAGES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("can't open '%(filename)s': %(error)s"),
)
"""What a reader of ours may see, as argparse writes it."""


def translate() -> None:
    """Let argparse ask our catalogue, whatever language is spoken when it does."""
    vars(argparse).update(_=_, ngettext=_of_number)


def _of_number(one: str, many: str, count: int) -> str:
    if one == "expected %s argument":
        return ngettext("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many
