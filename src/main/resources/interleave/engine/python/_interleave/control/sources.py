"""The program's own sources, as far as it imports them by name: read, not run."""

import ast
import os
import sys

from .. import frames


def of(file):
    """By file, the syntax trees of the program and of what it imports of its own."""
    found = {}
    left = [os.path.abspath(file)]
    while left:
        each = left.pop()
        if each in found:
            continue
        tree = _tree(each)
        if tree is None:
            continue
        found[each] = tree
        for name in _names(tree):
            own = _own(name, os.path.dirname(each))
            if own is not None:
                left.append(own)
    return found


def imported(sources):
    """The first names of all modules that they import and that are none of their own."""
    found = set()
    for file, tree in sources.items():
        for name in _names(tree):
            if _own(name, os.path.dirname(file)) is None:
                found.add(name.partition(".")[0])
    return found


def _tree(file):
    try:
        with open(file, "rb") as opened:
            return ast.parse(opened.read(), file)
    except (OSError, SyntaxError, ValueError):
        return None


def _names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                yield each.name
        elif isinstance(node, ast.ImportFrom):
            if node.module:
                yield node.module
                for each in node.names:
                    if not node.level:
                        continue
                    yield node.module + "." + each.name
            else:
                for each in node.names:
                    yield each.name


def _own(name, folder):
    """The file of a module of the program's own."""
    for start in [folder] + [each for each in sys.path if each]:
        base = os.path.join(start, *name.split("."))
        for candidate in (base + ".py", os.path.join(base, "__init__.py")):
            if os.path.isfile(candidate):
                return None if frames.is_library_file(candidate) or "_interleave" in candidate else candidate
    return None
