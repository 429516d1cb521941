"""Writes as fast as it can, so many blocks of 16 KiB."""

import os
import signal
import sys

blocks, broken = int(sys.argv[1]), sys.argv[2]
if broken == "signal" and hasattr(signal, "SIGPIPE"):
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Python ignores it, and raises an error instead
try:
    for number in range(1, blocks + 1):
        block = f"block {number}".encode().rjust(16 * 1024)
        os.write(1, block)  # waits while the pipe is full
except BrokenPipeError:
    sys.stderr.write("Writer: nobody reads any more\n")
    os._exit(1)
