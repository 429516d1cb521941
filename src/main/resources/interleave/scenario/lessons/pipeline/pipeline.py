"""Two programs, joined by a pipe: what one writes the other reads, as in `writer | reader` of a shell."""

import os
import subprocess
import sys

from arguments import arguments

HERE = os.path.dirname(os.path.abspath(__file__))


def how(code):
    """As a shell says it: 128 + n where signal n ended it."""
    return f"ended by signal {-code}, which a shell calls exit code {128 - code}" if code < 0 else f"exit code {code}"


if __name__ == "__main__":
    given = arguments(blocks=16, reading=0.08, leaves=0, broken=("error", "signal"))
    writer = subprocess.Popen(
        [sys.executable, os.path.join(HERE, "writer.py"), str(given.blocks), given.broken],
        stdout=subprocess.PIPE,
    )
    reader = subprocess.Popen(
        [sys.executable, os.path.join(HERE, "reader.py"), str(given.reading), str(given.leaves)],
        stdin=writer.stdout,
    )
    writer.stdout.close()  # only the reader has this end now: when it goes, the writer is told
    print("Writer:", how(writer.wait()))
    print("Reader:", how(reader.wait()))
