"""What of Qt and Python stays out of the bundle: parts that no screen uses and that weigh much."""

from collections.abc import Iterable
from typing import Final

EXCLUDED_MODULES: Final = (
    "tkinter",
    "unittest",
    "pydoc_data",
    "lib2to3",
    "setuptools",
    "pip",
    "pytest",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
)
"""Python modules that libraries name but the program never reaches."""

_UNWANTED_LIBRARIES: Final = (
    "Qt6Qml",
    "Qt6Quick",
    "Qt6Pdf",
    "Qt6VirtualKeyboard",
    "Qt6Network",
    "Qt6EglFS",
    "Qt6ShaderTools",
    "opengl32sw",
    "d3dcompiler",
    "libavif",
    "_avif.",
    "objectify.",
)
_SYSTEM_LIBRARIES: Final = (
    # of the packages that system_packages.py names, and older than the display drivers of a newer system
    *(
        "libglib-",
        "libgthread-",
        "libgobject-",
        "libgio-",
        "libgmodule-",
        "libpcre2",
        "libmount",
        "libblkid",
        "libselinux",
    ),
    *("libfontconfig", "libfreetype", "libpng16", "libbrotli", "libdbus-", "libsystemd", "libcap.", "liblz4"),
    *(
        "libX11",
        "libXau.",
        "libXdmcp.",
        "libXext",
        "libXrender",
        "libxcb-glx",
        "libbsd",
        "libmd.",
        "libstdc++",
        "libgcc_s",
    ),
    # printing: whoever has a printer has the print system with all it needs
    *(
        "libcups",
        "libavahi",
        "libgnutls",
        "libp11-kit",
        "libgcrypt",
        "libgpg-error",
        "libgssapi",
        "libkrb5",
        "libk5crypto",
    ),
    *("libcom_err", "libkeyutils", "libnettle", "libhogweed", "libidn2", "libunistring", "libtasn1", "libgmp."),
    # GTK, which no part of the program uses
    *("libgtk-", "libgdk", "libatk", "libcairo", "libpango", "libpixman", "libharfbuzz", "libgraphite2", "libthai"),
    *("libdatrie", "libfribidi", "libjpeg.so"),
)
"""Beginnings of the names of libraries that the Linux system itself brings; they lie at the bundle's top."""
_UNWANTED_FOLDERS: Final = (
    # ciphers with two keys: a backup has one password
    "Cryptodome/Math",
    "Cryptodome/PublicKey",
    "Cryptodome/SelfTest",
)
_UNWANTED_IN_QT: Final = (
    "translations",
    "qml",
    "plugins/platformthemes/libqgtk3.so",
    "plugins/platforms/libqeglfs.so",
    "plugins/platforms/libqlinuxfb.so",
    "plugins/platforms/libqvkkhrdisplay.so",
    "plugins/platforms/libqvnc.so",
    "plugins/platforms/libqminimalegl.so",
    "plugins/platforms/qdirect2d.dll",
    "plugins/egldeviceintegrations",
    "plugins/networkinformation",
    "plugins/tls",
    "plugins/generic",
    "plugins/qmltooling",
    "plugins/sqldrivers",
    "plugins/wayland-decoration-client/libadwaita.so",
    "plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
    "plugins/imageformats/libqpdf.so",
    "plugins/imageformats/qpdf.dll",
)


def is_wanted(destination: str) -> bool:
    """Whether the file that would lie at ``destination`` inside the bundle (either kind of slash) goes in."""
    path = destination.replace("\\", "/")
    name = path.rpartition("/")[2].removeprefix("lib")
    if any(name.startswith(library.removeprefix("lib")) for library in _UNWANTED_LIBRARIES):
        return False
    if "/" not in path and path.startswith(_SYSTEM_LIBRARIES):
        return False
    if not path.startswith("PySide6/"):
        return not _lies_in(path, _UNWANTED_FOLDERS)
    return not _lies_in(path.removeprefix("PySide6/").removeprefix("Qt/"), _UNWANTED_IN_QT)


def _lies_in(path: str, places: Iterable[str]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)
