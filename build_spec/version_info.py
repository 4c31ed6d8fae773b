"""The version resource that Windows shows under Properties, as PyInstaller reads it."""

_TEMPLATE = """# UTF-8
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("042A04B0", [
      StringStruct("FileDescription", "Sổ CCHC"),
      StringStruct("ProductName", "Sổ CCHC"),
      StringStruct("InternalName", "so-cchc"),
      StringStruct("OriginalFilename", "so-cchc.exe"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x042A, 1200])]),
  ],
)
"""


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants: "1.2.3" is (1, 2, 3, 0). ValueError for anything but numbers and dots."""
    numbers = [int(part) for part in version.split(".")]
    if len(numbers) > 4:
        raise ValueError(f"more than four numbers: {version}")
    first, second, third, fourth = [*numbers, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def version_file(version: str) -> str:
    """The text of PyInstaller's version file (language 042A: Vietnamese)."""
    return _TEMPLATE.format(numbers=version_numbers(version), version=version)
