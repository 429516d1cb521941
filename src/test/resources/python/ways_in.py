"""Runs Python in many ways, each with the tracer and without, and says where that makes a difference."""

import os
import subprocess
import sys
import tempfile
import textwrap
import venv
import zipapp

PROBE = """
    import os, queue, sys
    print(sys.argv, __name__, __spec__ and __spec__.name, sys.flags, sys.prefix != sys.base_prefix)
    print(sys.path)
    print([each in sys.modules for each in ("sitecustomize", "usercustomize", "threading", "multiprocessing")])
    print(queue.__file__, getattr(queue, "MINE", "theirs"))
    lock = __import__("threading").Lock()
    with lock:
        sys.exit(3)
"""


def write(folder, name, text):
    name = os.path.join(folder, name)
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w") as file:
        file.write(textwrap.dedent(text))
    return name


def run(python, arguments, environment, text):
    child = subprocess.Popen(
        [python] + arguments, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return child.communicate(text) + (child.returncode,)


def compare(name, python, arguments, text=b"", **variables):
    plain = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "INTERLEAVE_RECORDING")}
    plain.update(variables)
    with_us = dict(plain, INTERLEAVE_RECORDING=os.environ["INTERLEAVE_RECORDING"], PYTHONPATH=os.environ["PYTHONPATH"])
    if "PYTHONPATH" in variables:
        with_us["PYTHONPATH"] = os.environ["PYTHONPATH"] + os.pathsep + variables["PYTHONPATH"]
    expected = run(python, arguments, plain, text)
    seen = run(python, arguments + ["traced " + name], with_us, text)
    expected = (expected[0].replace(b"]", b", 'traced %s']" % name.encode(), 1),) + expected[1:]
    print("%s: %s" % (name, "same" if seen == expected else "%r\n  and with us\n%r" % (expected, seen)))


def environment_of(folder):
    venv.create(os.path.join(folder, "a venv"), symlinks=True)
    packages = os.path.join(
        folder, "a venv", "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    write(packages, "sitecustomize.py", """
        import sys
        sys.stdout.write("own sitecustomize %s %s\\n" % (__name__, __file__))
        raise LookupError("of the sitecustomize")
    """)
    write(packages, "first.pth", "import threading; threading.Lock()\n")
    return os.path.join(folder, "a venv", "bin", "python")


def all_ways(folder):
    script = write(folder, "probe.py", PROBE)
    write(folder, "package/__init__.py", "")
    write(folder, "package/__main__.py", PROBE)
    write(folder, "app/__main__.py", PROBE)
    zipapp.create_archive(os.path.join(folder, "app"), os.path.join(folder, "app.pyz"))
    own = write(folder, "own/probe.py", PROBE)
    write(folder, "own/queue.py", "MINE = 'mine'\n")
    write(folder, "own/threading.py", "class Lock:\n    def __enter__(self): pass\n    def __exit__(self, *_): pass\n")
    write(folder, "usual/sitecustomize.py", "import sys; print('found', 'threading' in sys.modules)\n")
    base = os.path.join(folder, "base")
    write(base, "lib/python%d.%d/site-packages/usercustomize.py" % sys.version_info[:2], "print('usercustomize')\n")
    code = textwrap.dedent(PROBE)
    here = os.getcwd()
    os.chdir(folder)
    compare("script", sys.executable, [script])
    compare("module", sys.executable, ["-m", "package"])
    compare("code", sys.executable, ["-c", code])
    compare("standard input", sys.executable, ["-"], code.encode())
    compare("archive", sys.executable, ["app.pyz"])
    compare("own modules", sys.executable, [own])
    compare("venv", environment_of(folder), ["-m", "package"])
    compare("own path", sys.executable, ["-B", script], PYTHONPATH=os.path.join(folder, "usual"))
    compare("own user", sys.executable, ["-W", "error", script], PYTHONUSERBASE=base)
    compare("fast", sys.executable, ["-O", "-u", "-X", "dev", "-W", "error", script])
    if sys.version_info >= (3, 11):
        compare("safe", sys.executable, ["-P", script])
        compare("safe by name", sys.executable, [script], PYTHONSAFEPATH="1")
    os.chdir(here)


def left_alone(folder):
    for option in ("-I", "-E", "-S"):
        subprocess.call([sys.executable, option, "-c", "pass", "untraced " + option])
    subprocess.call([sys.executable, "-c", "pass", "untraced empty"], env={})


def brought_back(folder):
    script = write(folder, "scrubbed.py", """
        import multiprocessing, os, sys, threading

        def child():
            with threading.Lock():
                print("in the child", sys.path[0])

        if __name__ == "__main__":
            os.environ.pop("PYTHONPATH", None)
            os.environ.pop("INTERLEAVE_RECORDING", None)
            for method in ("spawn", "forkserver"):
                each = multiprocessing.get_context(method).Process(target=child, name="brought back by " + method)
                each.start()
                each.join()
    """)
    compare("scrubbed", sys.executable, [script])


with tempfile.TemporaryDirectory(prefix="with a space ") as place:
    place = os.path.realpath(place)
    all_ways(place)
    left_alone(place)
    brought_back(place)
