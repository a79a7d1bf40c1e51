"""The story that every sample tells, invented for them."""

HEADLINE = "Crane topples at Port Vela, 4 dock workers hurt"
BYLINE = "Ilse Tarn"
OUTLET = "The Vela Courier"
PUBLISHED = "2031-05-06T08:30+02:00"
URL = "https://courier.example/crane"
PARAGRAPHS = (
    "A loading crane toppled over at the north quay of Port Vela early on Tuesday and hurt 4 dock workers, one of them"
    " gravely, the harbour office said.",
    "The crane, 62 metres high, fell across two empty barges at about 5.40 a.m. while a gale of 110 kilometres an hour"
    " blew from the sea.",
    "“It went over slowly, like a tree,” said Marek Oster, who drives a tug and saw it fall. “Then there was no sound"
    " at all.”",
    "The harbour office had inspected the crane in March and found nothing wrong with it. Three other cranes of the"
    " same make were stopped on Tuesday until engineers have looked at their bolts.",
    "Ships for the north quay will be sent to Lysander for at least six days, which costs the port about 300,000 crowns"
    " a day.",
)
TEXT = "\n\n".join((HEADLINE, *PARAGRAPHS)) + "\n"
