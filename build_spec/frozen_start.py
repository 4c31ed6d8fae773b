"""Where the frozen program begins: the same composition root as ``python -m app``, or the helper of an update."""

import sys

from app.update.resume import FINISH


def _main() -> int:
    if sys.argv[1:2] == [FINISH] and len(sys.argv) == 3:
        # the helper runs while the program is replaced: it loads nothing that it does not need
        from app.update.swap import main as finish

        return finish(sys.argv[2:])
    from app.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(_main())
