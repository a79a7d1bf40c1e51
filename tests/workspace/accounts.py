"""Accounts of one fire, written for the tests: each gives figures that others contradict, in words of its own."""

from reader.article import Article

_SHARED = "The alarm was raised by a night watchman who saw smoke over the eastern quay shortly before dawn."


def account(name: str, dead: int, led: int, lead: str = "", quoted: bool = True) -> Article:
    """An account by the outlet `name`; `lead` stands before everything else and moves it."""
    said = "“We heard one bang and then another from the depot,” the mayor, Ada Berg, said." if quoted else ""
    text = "\n\n".join(
        filter(
            None,
            (
                lead,
                f"A fuel depot at Port Selm caught fire on Tuesday and {dead} people were killed, {name} has learnt.",
                _SHARED,
                said,
                f"Some {led} people were led out of the old town during the night, {name} was told.",
            ),
        )
    )
    return Article(name, text, headline=f"Depot burns, {name} writes", outlet=name, url=f"https://{name}.example/fire")


def bystander(name: str) -> Article:
    """An article without a figure."""
    text = "The market reopened. Stalls sold fish, bread and flowers, and the band played on the square until dusk."
    return Article(name, f"{text} So wrote {name}.", headline=f"Market, by {name}", outlet=name)
