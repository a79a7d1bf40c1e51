"""An error is one line, whatever a file was called."""

from reader.errors import ReaderError


def test_message_and_remedy_are_one_line() -> None:
    error = ReaderError("The file “a\nb.txt” is empty.", "Choose another one.")
    assert str(error) == "The file “a b.txt” is empty. Choose another one."
