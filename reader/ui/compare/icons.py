"""Small signs painted in the colours of the theme: verdicts, each of its own shape, and the headers' buttons."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache, QPolygonF

from reader.compare.comparison import Verdict
from reader.ui import theme

SIDE = 16


def verdict(value: Verdict) -> QIcon:
    """A tile for a conflict, a triangle for what may be one, a question for a look, waves, a tick for agreement."""
    now = theme.current()
    icon = _icon(value.value, lambda painter: _VERDICTS[value](painter, now[f"{value.value}_edge"], now["base"]))
    chosen = f"{value.value}-chosen", lambda painter: _VERDICTS[value](painter, now["highlighted"], now["highlight"])
    icon.addPixmap(_picture(*chosen), QIcon.Mode.Selected)
    return icon


def draw_verdict(painter: QPainter, area: QRectF, value: Verdict) -> None:
    """The same sign at any size."""
    now = theme.current()
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / SIDE, area.height() / SIDE)
    _VERDICTS[value](painter, now[f"{value.value}_edge"], now["base"])
    painter.restore()


def _conflict(painter: QPainter, edge: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 3, 3)
    painter.setPen(QPen(ground, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(4, 6.2), QPointF(12, 6.2))
    painter.drawLine(QPointF(4, 9.8), QPointF(12, 9.8))
    painter.drawLine(QPointF(10.4, 3.4), QPointF(5.6, 12.6))


def _tension(painter: QPainter, edge: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(edge, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolygon(_polygon((8, 1.8), (14.8, 14), (1.2, 14)))
    painter.drawLine(QPointF(8, 6), QPointF(8, 9.6))
    painter.drawPoint(QPointF(8, 11.9))


def _look(painter: QPainter, edge: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(edge, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2.5, 2.5)
    hook = QPainterPath(QPointF(5.9, 6.3))
    hook.arcTo(QRectF(5.9, 4.1, 4.2, 4.2), 180, -225)
    hook.lineTo(8, 9.6)
    painter.drawPath(hook)
    painter.drawPoint(QPointF(8, 11.9))


def _consistent(painter: QPainter, edge: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(edge, 1.4))
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))
    for y in (6.5, 9.5):
        painter.drawArc(QRectF(4.4, y - 1.2, 3.6, 2.4), 0, 180 * 16)
        painter.drawArc(QRectF(8, y - 1.2, 3.6, 2.4), 180 * 16, 180 * 16)


def _agree(painter: QPainter, edge: QColor, _ground: QColor) -> None:
    painter.setPen(QPen(edge, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(_polygon((3, 8.5), (6.5, 12), (13, 4.5)))


_VERDICTS: dict[Verdict, Callable[[QPainter, QColor, QColor], None]] = {
    Verdict.CONFLICT: _conflict,
    Verdict.TENSION: _tension,
    Verdict.LOOK: _look,
    Verdict.CONSISTENT: _consistent,
    Verdict.AGREE: _agree,
}


def close() -> QIcon:
    """A cross, for what closes a pane or a panel."""
    return _lines("close", ((4.5, 4.5), (11.5, 11.5)), ((11.5, 4.5), (4.5, 11.5)))


def swap() -> QIcon:
    """Two arrows, one each way."""
    return _lines(
        "swap",
        ((2.5, 5.5), (13, 5.5)),
        ((10.5, 3), (13, 5.5), (10.5, 8)),
        ((13.5, 10.5), (3, 10.5)),
        ((5.5, 8), (3, 10.5), (5.5, 13)),
    )


def pin(held: bool) -> QIcon:
    """A pin: an outline, or filled where it holds something."""

    def draw(painter: QPainter) -> None:
        colour = theme.current()["focus" if held else "muted"]
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour if held else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_polygon((5.5, 2), (10.5, 2), (10, 6.5), (12.5, 9.5), (3.5, 9.5), (6, 6.5)))
        painter.drawLine(QPointF(8, 9.5), QPointF(8, 14))

    return _icon(f"pin-{held}", draw)


def confirmed() -> QIcon:
    """A tick in a ring."""
    return _ringed("confirmed", ((4.8, 8.3), (7.1, 10.6), (11.4, 5.6)))


def dismissed() -> QIcon:
    """A ring crossed out."""
    return _ringed("dismissed", ((3.6, 12.4), (12.4, 3.6)))


def pen() -> QIcon:
    """A pencil, for what a note can be written on."""
    return _lines("pen", ((3, 13), (3.8, 9.8), (11, 2.6), (13.4, 5), (6.2, 12.2), (3, 13)), ((9.4, 4.2), (11.8, 6.6)))


def _ringed(name: str, line: tuple[tuple[float, float], ...]) -> QIcon:
    def draw(painter: QPainter, colour: str) -> None:
        painter.setPen(QPen(theme.current()[colour], 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4))
        painter.drawPolyline(_polygon(*line))

    icon = _icon(name, lambda painter: draw(painter, "text"))
    icon.addPixmap(_picture(f"{name}-chosen", lambda painter: draw(painter, "highlighted")), QIcon.Mode.Selected)
    return icon


def jump() -> QIcon:
    """An arrow to the right."""
    return _lines("jump", ((3, 8), (12.5, 8)), ((8.5, 4), (12.5, 8), (8.5, 12)))


def _lines(name: str, *lines: tuple[tuple[float, float], ...]) -> QIcon:
    def draw(painter: QPainter) -> None:
        painter.setPen(
            QPen(
                theme.current()["muted"], 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        for line in lines:
            painter.drawPolyline(_polygon(*line))

    return _icon(name, draw)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _icon(name: str, draw: Callable[[QPainter], None]) -> QIcon:
    return QIcon(_picture(name, draw))


def _picture(name: str, draw: Callable[[QPainter], None]) -> QPixmap:
    """Drawn once for a theme and a screen: all panes have the same signs, and drawing from Python takes its time."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    key = f"sign {name} {theme.current().name} {ratio}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    picture = QPixmap(QSize(SIDE, SIDE) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture
