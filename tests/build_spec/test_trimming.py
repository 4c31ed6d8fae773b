"""What stays out of the bundle, and what must not."""

import pytest

from build_spec.trimming import is_wanted


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6\\Qt6Network.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "pillow.libs/libavif-c6062d5f.so.16",
        "PIL/_avif.cpython-311-x86_64-linux-gnu.so",
        "Cryptodome/PublicKey/_ec_ws.abi3.so",
        "Cryptodome\\Math\\_modexp.pyd",
        "lxml/objectify.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_left_out(path: str) -> None:
    assert not is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "libxcb-cursor.so.0",
        "libcrypto.so.3",
        "libsqlite3.so.0",
        "resources/translations/note.txt",
        "pillow.libs/libjpeg-6dc8d115.so.62.4.0",
        "Cryptodome/Cipher/_raw_aes.abi3.so",
        "Cryptodome/Protocol/_scrypt.abi3.so",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
        "_argon2_cffi_bindings\\_ffi.pyd",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_kept(path: str) -> None:
    assert is_wanted(path)
