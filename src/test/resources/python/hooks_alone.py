"""Loads each hook of the tracer alone, in a process of its own, and prints what should not be so.

python -I -S hooks_alone.py FOLDER, with the folder of the tracer's package; ends with a line "N hooks".
"""
import importlib
import importlib.util
import os
import sys

HOOKS = "_interleave.hooks."


def in_a_copy(look, name):
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return
    try:
        for problem in look(name):
            print("%s %s" % (name, problem))
    except BaseException as error:
        print("%s: %s: %s" % (name, type(error).__name__, error))
    sys.stdout.flush()
    os._exit(0)


def hook(name):
    """Of one module of the library."""
    before = set(sys.modules)
    loaded = importlib.import_module(HOOKS + name)
    if not callable(getattr(loaded, "patch", None)):
        yield "has no patch"
    if name in set(sys.modules) - before:
        yield "is imported by its hook"
    for each in sys.modules:
        other = each[len(HOOKS):] if each.startswith(HOOKS) else name
        if not (other + ".").startswith(name + ".") and not name.startswith(other + "."):
            yield "has a hook that loads that of %s" % other
    if hasattr(loaded, "__path__") and is_package(name):
        yield "is a package, so its patch is never called"


def folder(name):
    """Of hooks of a package of the library."""
    if not is_package(name):
        yield "is no package, so its folder needs a patch"
    yield from ()


def beside(name):
    """A module of the tracer that is no hook."""
    loaded = importlib.import_module(name)
    hooking = importlib.import_module("_interleave.hooking")
    if "patch" in vars(loaded):
        yield "has a patch and is no hook"
    if loaded is not hooking and {hooking.wrap, hooking.replace} & {x for x in vars(loaded).values() if callable(x)}:
        yield "patches and is no hook"


def is_package(name):
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.submodule_search_locations is not None


def names(path, prefix):
    """Names of modules, with how to look at them."""
    for entry in sorted(os.scandir(path), key=lambda each: each.name):
        if entry.name.endswith(".py") and entry.name != "__init__.py":
            yield prefix + entry.name[:-3], hook
        elif entry.is_dir() and entry.name != "__pycache__":
            with open(os.path.join(entry.path, "__init__.py")) as file:
                holds_code = "def patch(" in file.read()
            yield prefix + entry.name, hook if holds_code else folder
            if not holds_code:
                yield from names(entry.path, prefix + entry.name + ".")


def main(package):
    sys.path.insert(0, os.path.dirname(package))
    count = 0
    for name, look in list(names(os.path.join(package, "hooks"), "")):
        in_a_copy(look, name)
        count += look is hook
    for file in sorted(os.listdir(package)):
        if file.endswith(".py") and file != "__init__.py":
            in_a_copy(beside, "_interleave." + file[:-3])
    print(count, "hooks")


main(sys.argv[1])
