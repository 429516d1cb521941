"""Reads slowly, a block at a time, to the end or until it has had enough."""

import os
import sys
import time

pause, leaves = float(sys.argv[1]), int(sys.argv[2])
blocks = 0
while leaves == 0 or blocks < leaves:
    data = os.read(0, 16 * 1024)  # waits while the pipe is empty
    if not data:
        break
    blocks += 1
    time.sleep(pause)
sys.stderr.write(f"Reader: had {blocks} blocks\n")
