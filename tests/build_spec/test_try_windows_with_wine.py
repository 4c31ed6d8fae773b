"""The parts of which a Windows Python is made."""

from build_spec.try_windows_with_wine import exported_names, forwarder, without_markers

DUMP = """
[Ordinal/Name Pointer] Table -- Ordinal Base 1
\t[   0] +base[   1]  0000 PyAIter_Check
\t[   1] +base[   2]  0001 _Py_NoneStruct

The Function Table
\t[   2] other
"""


def test_exports_are_read_and_handed_on() -> None:
    assert exported_names(DUMP) == ["PyAIter_Check", "_Py_NoneStruct"]
    assert forwarder(["A"], "python311") == "EXPORTS\nA = python311.A\n"


def test_marks_of_windows_are_taken_off() -> None:
    assert without_markers('pefile==1 ; sys_platform == "win32" \\\n') == "pefile==1 \\\n"
