"""Where the program's own read-only files lie, from source and when frozen."""

import sys
from pathlib import Path

RESOURCES: Path = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent)) / "resources"
