"""A program for another one to run, which is slow or has a fault: slowly, fails, floods or endless."""

import sys
import time

if __name__ == "__main__":
    fault = sys.argv[1]
    if fault == "slowly":
        for line in range(1, 5):
            time.sleep(0.25)
            print(f"line {line} of 4", flush=True)
    elif fault == "fails":
        print("This went wrong.", file=sys.stderr)
        sys.exit(3)
    elif fault == "floods":
        for _ in range(10_000):
            print("x" * 99)
            print("x" * 99, file=sys.stderr)
    else:
        print("This takes for ever.", flush=True)
        while True:
            time.sleep(60)
