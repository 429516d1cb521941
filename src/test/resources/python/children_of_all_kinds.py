"""Children that are started, waited for and ended in all the ways that os and subprocess have."""

import os
import subprocess
import sys

print(subprocess.call(["false"]))
sort = subprocess.Popen(["sort"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(sort.communicate(b"b\na\n"), sort.returncode)
try:
    subprocess.call(["interleave-has-no-such-program"])
except FileNotFoundError:
    print("not there")
sleeper = subprocess.Popen(["sleep", "60"])
sleeper.terminate()
print(sleeper.wait())
try:
    subprocess.run(["sleep", "61"], timeout=0.05)
except subprocess.TimeoutExpired:
    print("too long")
print(subprocess.check_output([sys.executable, "-c", "print('from within')"]))
print(subprocess.check_output([sys.executable, "-I", "-c", "print('untraced')"]))
with subprocess.Popen("echo one; echo two", shell=True, stdout=subprocess.PIPE, universal_newlines=True) as echo:
    print([line.strip() for line in echo.stdout])
cat = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=os.getpid)
cat.stdin.write(b"hello\n")
cat.stdin.close()
print(cat.stdout.readline(), cat.wait())
cat.stdout.close()
with os.popen("echo popped") as popped:
    print(os.system("exit 4"), popped.read())
print(os.spawnvp(os.P_WAIT, "sh", ["sh", "-c", "exit 5"]))
print(os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", "exit 6"], os.environ), 0)[1])
pid = os.fork()
if pid == 0:
    os.execvp("sh", ["sh", "-c", "exit 8"])
print(os.wait()[1])
pid = os.fork()
if pid == 0:
    sys.exit("said at the end")
os.waitid(os.P_PID, pid, os.WEXITED)
os.write(1, b"raw\n")
sys.stdout.buffer.write(b"bytes\n")
print("no end", end="")
