"""``python -m ftzlib`` is ``ftz``."""

import sys

from ftzlib.cli import main

if __name__ == "__main__":
    sys.exit(main())
