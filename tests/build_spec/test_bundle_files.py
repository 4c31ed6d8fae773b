"""What a bundle must hold."""

from pathlib import Path

from build_spec.bundle_files import missing_files, needed_files
from build_spec.fonts import FACES


def test_resources_migrations_and_fonts_are_needed() -> None:
    needed = needed_files(windows=False)
    assert {"resources/texts/cli.toml", "db/migrations/env.py", f"resources/fonts/{FACES[0]}"} <= set(needed)
    assert {"resources/help/pages/tong-quan.md", "resources/help/pictures/ke-hoach.png"} <= set(needed)
    assert {"resources/help/guide.json", "resources/help/contents.toml", "_argon2_cffi_bindings/_ffi.abi3.so"} <= set(
        needed
    )
    for folder in ("forms", "templates", "texts", "styles", "import", "layout"):
        assert any(name.startswith(f"resources/{folder}/") for name in needed)
    assert any(name.startswith("db/migrations/versions/") for name in needed)


def test_what_is_absent_is_named(tmp_path: Path) -> None:
    for name in needed_files(windows=False)[1:]:
        file = tmp_path / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    missing = missing_files(tmp_path)
    assert missing[0] == needed_files(windows=False)[0]
    assert {"libqxcb.so", "_cffi_backend"} <= set(missing)
