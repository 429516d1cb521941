"""One process becomes two; each prints its own pid and the other's. Not on Windows."""
import os
import time

if __name__ == "__main__":
    number = 10
    pid = os.fork()  # called once, returns twice

    if pid == 0:
        # Only the copy comes here.
        print(f"child: pid = {os.getpid()}, ppid = {os.getppid()}")
        number += 1  # the child's own copy
        print(f"child: number = {number}", flush=True)
        time.sleep(0.4)
        os._exit(0)

    # Only the parent goes on.
    print(f"parent: pid = {os.getpid()}, child = {pid}")
    number += 100  # the parent's own copy
    print(f"parent: number = {number}")
    time.sleep(0.2)
    _, status = os.waitpid(pid, 0)
    print(f"parent: the child ended with exit code {os.waitstatus_to_exitcode(status)}")
