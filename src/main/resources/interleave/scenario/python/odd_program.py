"""A program with a fault, for another one to run: fails, floods or endless."""

import sys
import time

if __name__ == "__main__":
    fault = sys.argv[1]
    if fault == "fails":
        print("This went wrong.", file=sys.stderr)
        sys.exit(3)
    if fault == "floods":
        for _ in range(10_000):
            print("x" * 99)
            print("x" * 99, file=sys.stderr)
    else:
        print("This takes for ever.", flush=True)
        while True:
            time.sleep(60)
