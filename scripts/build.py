"""Everything that serving needs, built once: ``python -m scripts.build``.

Browser files, the map's land, their compressed twins, both data stores. Needs node 20 or newer, or
installs one from PyPI into the environment.
"""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.live import ROOT


def main() -> None:
    """Run the steps in order; the first that fails ends it."""
    python = [sys.executable, "-m"]
    frontend = ["scripts/frontend.sh"]
    for command in (
        [*frontend, "vendor"],
        [*python, "etl", "geo"],
        [*frontend, "own"],
        [*python, "whitenoise.compress", "--quiet", "assets/vendor"],
        [*python, "etl", "build", "--data", "all", "--if-stale"],
    ):
        subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"VENV": sys.prefix})


if __name__ == "__main__":
    main()
