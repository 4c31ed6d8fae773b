"""The list of a bundle's parts."""

import json
import sys
from pathlib import Path

import pytest

from app.domain.update import read_manifest
from build_spec.manifest import changed_parts, contents_of, write_manifest
from tests.app.update.standins import make_bundle


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in has links")
def test_the_list_is_what_the_updater_reads_and_names_every_change(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path, "1.2")
    content = json.loads((contents_of(bundle) / "manifest.json").read_text(encoding="utf-8"))
    assert read_manifest(content, "x").programs == ("so-cchc-cli", "so-cchc")
    assert changed_parts(bundle, content) == []
    (bundle / "uninstall.exe").touch()
    assert changed_parts(bundle, content) == []
    (bundle / "so-cchc").write_text("khác")
    (bundle / "_internal-1.2" / "thêm").touch()
    (bundle / "_internal-1.2" / "phần.txt").unlink()
    assert changed_parts(bundle, content) == ["_internal-1.2/phần.txt", "_internal-1.2/thêm", "so-cchc"]


def test_a_folder_of_another_version_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "_internal-1.0").mkdir()
    with pytest.raises(ValueError, match="1.1"):
        write_manifest(tmp_path, "1.1", "linux-x86_64")
