"""Hooks of os: processes that are forked, started, waited for, signalled, and how this one leaves.

The patched functions of the module are called by others of the library too: by those of os that are written in
Python, and by subprocess and multiprocessing, which tell some things themselves.
"""

import os
import sys
from _interleave.clock import monotonic_ns as now

from _interleave import (children, disguise, exits, frames, guards, hooking, java, pipes, record, shell, streams,
                         sums)
from _interleave.kinds import PROCESS_EXEC, Flag


def patch(module):
    """Wraps what there is on this system."""
    java.patch_starts(module)
    for name in ("fork", "forkpty"):
        hooking.wrap(module, name, _forking, bare=True)
    for name in ("execv", "execve", "_execvpe"):
        hooking.wrap(module, name, _executing)
    for name in ("posix_spawn", "posix_spawnp"):
        hooking.wrap(module, name, _spawning)
    hooking.wrap(module, "_spawnvef", _spawning_by_fork)
    for name in ("wait", "waitpid", "wait3", "wait4"):
        hooking.wrap(module, name, _waiting)
    hooking.wrap(module, "waitid", _waiting_by_id)
    for name in ("kill", "killpg"):
        hooking.wrap(module, name, _signalling)
    hooking.wrap(module, "_exit", _leaving, bare=True)
    hooking.wrap(module, "system", _running_a_command)
    hooking.wrap(module, "read", _reading)
    hooking.wrap(module, "write", _writing)


def _forking(original):
    def fork():
        name, before = guards.silently(children.name_of_copy), now()
        result = disguise.call_as(frames.caller(), original)
        pid = result[0] if type(result) is tuple else result
        if pid:
            guards.silently(children.started, pid, name, before, Flag.FORK)
        return result

    return fork


def _executing(original):
    def execute(path, argv, *environment, **named):
        if frames.caller().f_code.co_name == "_execvpe":  # it tries one folder of the path after the other
            return original(path, argv, *environment, **named)
        sums.tell_all()
        streams.flush_lines()
        record.text(PROCESS_EXEC, 0, 0, frames.user_site(), 0, children.line(argv))
        try:
            return original(path, argv, *environment, **named)
        finally:
            record.event(PROCESS_EXEC, Flag.FAILED, 0, 0, 0)

    return execute


def _spawning(original):
    def spawn(path, argv, *arguments, **named):
        if children.has_hooks_of_its_own(frames.caller()):
            return original(path, argv, *arguments, **named)
        before = now()
        try:
            pid = original(path, argv, *arguments, **named)
        except OSError as error:
            children.could_not_start(error)
            raise
        children.started(pid, children.line(argv), before)
        return pid

    return spawn


def _spawning_by_fork(original):
    def spawn(mode, file, arguments, environment, function):
        children.name_next_copy(children.line(arguments))
        try:
            return original(mode, file, arguments, environment, function)
        finally:
            children.name_next_copy(None)

    return spawn


def _waiting(original):
    def wait(*arguments, **named):
        quiet = children.has_hooks_of_its_own(frames.caller()) or _is_a_mere_look(arguments)
        asked = arguments[0] if original.plain.__name__ in ("waitpid", "wait4") and arguments else 0
        pid = asked if type(asked) is int and asked > 0 else children.only_one()
        if not quiet:
            children.wait_begins(pid)
        try:
            result = original(*arguments, **named)
        finally:
            if not quiet:
                children.wait_ends(pid)
        if result[0] and (children.is_living(result[0]) or not quiet):
            children.ended(result[0], result[1])
        return result

    return wait


def _is_a_mere_look(arguments):
    return bool(arguments) and type(arguments[-1]) is int and arguments[-1] == os.WNOHANG


def _waiting_by_id(original):
    def waitid(kind, number, options, *rest):
        quiet = type(options) is int and bool(options & os.WNOHANG)
        pid = number if kind == os.P_PID and type(number) is int else children.only_one()
        if not quiet:
            children.wait_begins(pid)
        try:
            result = original(kind, number, options, *rest)
        finally:
            if not quiet:
                children.wait_ends(pid)
        if result is not None and options & os.WEXITED and result.si_pid:
            exited = result.si_code == os.CLD_EXITED
            if exited or result.si_code in (os.CLD_KILLED, os.CLD_DUMPED):
                children.ended_with(result.si_pid, result.si_status if exited else -result.si_status)
        return result

    return waitid


def _signalling(original):
    def kill(pid, number, *rest):
        if type(pid) is int and isinstance(number, int):
            children.signalled(pid, int(number))
        return original(pid, number, *rest)

    return kill


def _leaving(original):
    def _exit(*arguments, **named):
        guards.silently(exits.leaving_with, arguments[0] if arguments else named.get("status"))
        return original(*arguments, **named)

    return _exit


def _running_a_command(original):
    def system(command):
        if not shell.can_run(command):
            children.wait_begins(0)  # only the system's library knows for which
            try:
                return original(command)
            finally:
                children.wait_ends(0)
        before, pid = now(), 0

        def started(number):
            nonlocal pid
            pid = number
            children.started(pid, command, before)
            children.wait_begins(pid)

        sys.audit("os.system", os.fsencode(command))
        status = original.instead(shell.run, command, started)
        if pid:
            children.wait_ends(pid)
            children.ended(pid, status)
        return status

    return system


def _reading(original):
    of = pipes.OF

    def read(descriptor, *count):
        if type(descriptor) is not int or descriptor not in of:
            return original(descriptor, *count)
        pipe, got = of[descriptor], None
        pipes.begin(pipe, 0)
        try:
            data = original(descriptor, *count)
            got = len(data)
            return data
        finally:
            pipes.end(pipe, 0, got)

    return read


def _writing(original):
    of = pipes.OF

    def write(descriptor, data):
        if type(descriptor) is not int or (descriptor not in of and descriptor not in (1, 2)):
            return original(descriptor, data)
        if descriptor not in of:
            count = original(descriptor, data)
            streams.written(descriptor, data, count)
            return count
        pipe, done = of[descriptor], None
        pipes.begin(pipe, Flag.WRITE)
        try:
            done = original(descriptor, data)
            return done
        finally:
            pipes.end(pipe, Flag.WRITE, done)
            if done and descriptor in (1, 2):
                streams.written(descriptor, data, done)

    return write
