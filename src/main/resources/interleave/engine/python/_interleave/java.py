"""Java programs that this process starts: one without the module java.instrument takes no agent, and would not start.

Such a Java was put together by jlink or jpackage. Its environment is handed to it without our agent, so it runs as
ever, untraced. As SmallJava does for programs in Java.
"""

import os
import re

from . import hooking, record

_OPTIONS = "JAVA_TOOL_OPTIONS"
_OURS = re.compile(
    r"""("-javaagent:[^"]*interleave-agent\.jar"|'-javaagent:[^']*interleave-agent\.jar'"""
    r"""|-javaagent:\S*interleave-agent\.jar)\s*"""
)
_STARTERS = set("sh bash dash zsh ksh ash busybox env nice nohup timeout setsid stdbuf time xargs exec sudo".split())
_AGENTS = ("lib/libinstrument.so", "lib/libinstrument.dylib", "bin/instrument.dll")
_HOMES = ("", "lib/runtime", "runtime", "jre", "runtime/Contents/Home")
_SAID = set()
_LONGEST_SCRIPT = 64 * 1024
_MOST_WORDS = 2000
_BREAKS = re.compile(r"""[\s;&|()'"`<>=]+""")


def patch_starts(module):
    """Wraps what of os starts a program in place of this one or beside it."""
    hooking.wrap(module, "execv", _replacing)
    for name in ("execve", "posix_spawn", "posix_spawnp"):
        hooking.wrap(module, name, _starting)


def patch_popen(popen):
    """Wraps where a Popen starts its child."""
    if os.name == "posix":
        hooking.wrap(popen, "_execute_child", _executing)


def environment(words, given):
    """The environment for that command: the given one, or None where that is None, unless it starts a small Java."""
    known = os.environ if given is None else given
    options = known.get(_OPTIONS) if hasattr(known, "get") else None
    if type(options) is not str or not _OURS.search(options):
        return given
    home = _home_in([os.fsdecode(word) for word in words], known)
    if home is None:
        return given
    if home not in _SAID:
        _SAID.add(home)
        record.note("The Java in %s has no module java.instrument: it runs, but what it does is not seen." % home)
    rest = dict(known)
    del rest[_OPTIONS]
    left = _OURS.sub("", options, 1).strip()
    if left:
        rest[_OPTIONS] = left
    return rest


def _starting(original):
    def start(path, argv, env, *arguments, **named):
        return original(path, argv, environment([path] + list(argv)[1:], env), *arguments, **named)

    return start


def _replacing(original):
    def execv(path, argv):
        before = os.environ.get(_OPTIONS)
        changed = environment([path] + list(argv)[1:], None)
        if changed is None:
            return original(path, argv)
        os.environ.pop(_OPTIONS)
        if _OPTIONS in changed:
            os.environ[_OPTIONS] = changed[_OPTIONS]
        try:
            return original(path, argv)
        finally:
            os.environ[_OPTIONS] = before

    return execv


def _executing(original):
    def _execute_child(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, *more, **named):
        words = [args] if isinstance(args, (str, bytes, os.PathLike)) else list(args)
        if executable is not None and words:
            words[0] = executable
        shell = more[2] if len(more) > 2 else named.get("shell")
        words = ["/bin/sh", "-c"] + words if shell else words
        changed = environment(words, env)
        return original(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, changed, *more, **named)

    return _execute_child


def _home_in(words, known):
    program = _find(words[0], known)
    if program is None:
        return None
    home = _home_of(program) or _within(_script_in(program), known)
    if home is None and os.path.basename(program) in _STARTERS:
        for word in words[1:]:
            home = home or _within(word, known)
    return home


def _within(text, known):
    for number, word in enumerate(_BREAKS.split(text, _MOST_WORDS)):
        if number == 0 or word == "java" or word.endswith("/java") or word.startswith("/"):
            home = known.get("JAVA_HOME")
            if home:
                word = word.replace("${JAVA_HOME}", home).replace("$JAVA_HOME", home)
            program = _find(word, known)
            found = program and _home_of(program)
            if found:
                return found
    return None


def _find(program, known):
    if "/" in program:
        return program if os.path.isfile(program) else None
    for folder in known.get("PATH", os.defpath).split(os.pathsep) if program else ():
        found = os.path.join(folder, program)
        if os.path.isfile(found) and os.access(found, os.X_OK):
            return found
    return None


def _home_of(program):
    for path in (os.path.abspath(program), os.path.realpath(program)):
        folder = os.path.dirname(os.path.dirname(path))
        for each in _HOMES:
            home = os.path.join(folder, each) if each else folder
            if os.path.isfile(os.path.join(home, "lib/modules")):
                return None if any(os.path.exists(os.path.join(home, agent)) for agent in _AGENTS) else home
    return None


def _script_in(program):
    try:
        with open(program, "rb") as file:
            return file.read(_LONGEST_SCRIPT).decode("latin-1") if file.read(2) == b"#!" else ""
    except OSError:
        return ""
