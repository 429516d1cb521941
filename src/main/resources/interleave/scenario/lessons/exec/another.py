"""The program that a child becomes: it knows nothing of what ran before it."""

import os
import time

print(f"After exec: pid {os.getpid()}, number is", globals().get("number", "not known here"), flush=True)
time.sleep(0.3)
