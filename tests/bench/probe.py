"""Measures one task in a process of its own: ``python -m tests.bench.probe MODULE TASK TIMES``.

The first call warms up and is told apart. A task that returns a number has counted its own seconds.
Prints seconds of every call and the peak memory as JSON.
"""

import importlib
import json
import sys
import tempfile
import time
from pathlib import Path


def peak_megabytes() -> float | None:
    """The most memory this process has had; None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prepare the task, call it, and print what it took."""
    module, task, times = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        call = getattr(importlib.import_module(f"tests.bench.{module}"), task)(Path(folder))
        seconds = []
        for _ in range(int(times) + 1):
            start = time.perf_counter()
            counted = call()
            seconds.append(counted if isinstance(counted, float) else time.perf_counter() - start)
    print(json.dumps({"first": seconds[0], "seconds": seconds[1:], "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main()
