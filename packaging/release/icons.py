"""The icon in every form that a desktop asks for, all drawn from one SVG."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "resources" / "icons" / "parallax.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def write(folder: Path) -> Path:
    """`parallax-SIZE.png` for each of `SIZES`, `parallax.ico` and `parallax.icns`, in `folder`, which is returned."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        _draw(size, folder / f"parallax-{size}.png")
    largest = Image.open(folder / f"parallax-{SIZES[-1]}.png")
    sizes = [Image.open(folder / f"parallax-{size}.png") for size in ICO_SIZES]
    sizes[-1].save(folder / "parallax.ico", sizes=[(size, size) for size in ICO_SIZES], append_images=sizes[:-1])
    largest.save(folder / "parallax.icns")
    return folder


def _draw(size: int, path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    if not image.save(str(path)):
        raise SystemExit(f"Cannot write {path}.")
