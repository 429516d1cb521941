"""Runs another program, any program: waits for its exit code, or talks with it through pipes."""

import os
import shlex
import shutil
import subprocess
import sys

from arguments import arguments

MOST_LINES = 6


def command_of(program, own, alone):
    """The words of the command line."""
    if program == "nslookup":
        if shutil.which("nslookup"):
            return ["nslookup", "www.python.org"] if alone else ["nslookup"]
        instead = "whoami" if alone else "sort"  # every system has these
        print(f"nslookup is not installed here; this is {instead} instead.")
        return [instead]
    if program == "own":
        return shlex.split(own)
    if program in ("sort", "missing"):
        return [{"missing": "no-such-program"}.get(program, program)]
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "odd_program.py")
    return [sys.executable, beside, program]


def call(command, patience):
    """Starts the program, which prints where we print, and waits for its exit code."""
    return subprocess.call(command, stdin=subprocess.DEVNULL, timeout=patience)


def communicate(command, text, patience):
    """Starts the program, writes its input, and reads its output and its errors."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as program:
        try:
            # Writes and reads at the same time: a pipe that is full while nobody reads it would stop the program.
            output, errors = program.communicate(text.encode(), timeout=patience)
        except subprocess.TimeoutExpired:
            print("It does not end, so it is ended.")
            program.kill()
            output, errors = program.communicate()
    show("output", output)
    show("errors", errors)
    return program.returncode


def show(name, printed):
    """Prints the beginning of what came through a pipe."""
    lines = printed.decode(errors="replace").splitlines()
    for line in lines[:MOST_LINES]:
        print(f"{name}: {line}")
    if len(lines) > MOST_LINES:
        print(f"{name}: … {len(printed)} bytes in all")


if __name__ == "__main__":
    given = arguments(
        way=("call", "communicate"),
        program=("slowly", "nslookup", "sort", "missing", "fails", "floods", "endless", "own"),
        command="echo hello",
        input="set q=mx\\npython.org\\nexit\\n",
        patience=10.0,
    )
    print(f"Parent process {os.getpid()}.")
    try:
        command = command_of(given.program, given.command, alone=given.way == "call")
        print("$", *command, flush=True)
        if given.way == "call":
            code = call(command, given.patience)
        else:
            code = communicate(command, given.input.replace("\\n", "\n"), given.patience)
        print("Exit code:", code)
    except subprocess.TimeoutExpired:
        print("It did not end, so it was ended.")  # call has seen to that
    except (OSError, ValueError) as error:
        print("It could not be started:", error)
