"""A number being read part by part: what may follow, what multiplies."""

from reader.compare.figures.languages.amount import step_of
from reader.compare.figures.languages.grammar import Grammar


class Sum:
    """A number being read: what is done, what may still be multiplied, and the step of its last part."""

    def __init__(self, g: Grammar) -> None:
        self._g = g.numerals
        self.total = self.open = 0.0
        self.step = 1.0
        self.scale = float("inf")
        self.is_begun = self.in_digits = self.is_about = False

    @property
    def value(self) -> float:
        return self.total + self.open

    def add(self, value: float, joined: bool) -> bool:
        """Take a part that is added; False where it cannot follow."""
        if self.is_begun and not self._fits(value, joined):
            return False
        self.open, self.step, self.is_begun = self.open + value, step_of(value), True
        return True

    def _fits(self, value: float, joined: bool) -> bool:
        rest = self.open % 100
        if value == 0 or value >= self.scale or (self.in_digits and self.open):
            return False
        if not self.open:
            return self.total > 0
        if value < 10:
            return rest == 0 or self._fits_ones(value, rest, joined)
        if value < 20 and self._g.vigesimal and rest in (60, 80):
            return joined
        if value < 100 and self._g.units_first and 0 < rest < 10:
            return joined
        return (rest == 0 and self.open < 1000) if value < 100 else (value < 1000 and self.open % 1000 == 0)

    def _fits_ones(self, value: float, rest: float, joined: bool) -> bool:
        """Whether ones fit behind tens: forty-two; soixante-dix-sept only where one counts by twenties."""
        if rest % 10 == 0 and rest >= 20 and (joined or not self._g.joins):
            return True
        return rest in (10, 70, 90) and self._g.vigesimal and value >= 7 and joined

    def twenties(self) -> bool:
        """Four twenties are eighty."""
        if not self._g.vigesimal or self.open % 100 != 4:
            return False
        self.open, self.step = self.open - 4 + 80, 10.0
        return True

    def hundred(self) -> bool:
        """Take the word for a hundred, which multiplies what stands before it."""
        if self.in_digits or self.open >= 100 or self.open == 1:
            return False
        self.open, self.step, self.is_begun = (self.open or 1.0) * 100, 100.0, True
        return True

    def multiply(self, scale: float) -> bool:
        """Take a scale: a thousand, a million, and a million after a thousand."""
        if not self.is_begun or not self.value:
            return False
        if scale > self.scale:  # a thousand million
            self.total, self.open = self.value * scale, 0.0
        elif self.open and scale < self.scale:
            self.total, self.open = self.total + self.open * scale, 0.0
        else:
            return False
        self.step, self.scale = self.step * scale if self.step < scale else scale, scale
        return True
