"""Python imports this at start, because the recording's folder is first on PYTHONPATH.

It starts the tracer, and then runs the sitecustomize that it stands before: that of a virtual environment, of the
system, or of the user.
"""


def _start_tracer():
    import sys

    try:
        import _interleave

        _interleave.install(__file__)
    except Exception as error:  # the program runs on, untraced
        sys.modules.pop("_interleave", None)
        _say_untraced(error)


def _say_untraced(error):
    """Leaves word in the recording, where nobody disturbs the program's own output."""
    import os

    try:
        name = os.path.join(os.environ["INTERLEAVE_RECORDING"], "untraced-%d.txt" % os.getpid())
        with open(name, "w") as file:
            file.write("%s: %s\n" % (type(error).__name__, error))
    except (OSError, KeyError):
        pass  # there is no recording to say it in


def _run_the_next():
    import sys
    from _frozen_importlib_external import PathFinder  # importlib.machinery would be imported for this

    here = __spec__.origin.rpartition("sitecustomize.py")[0].rstrip("/\\")
    sys.path[:] = [entry for entry in sys.path if entry.rstrip("/\\") != here]
    spec = PathFinder.find_spec("sitecustomize", sys.path)
    if spec is None or spec.loader is None:
        _leave_no_trace()
        return
    module = type(sys)("sitecustomize")
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__file__ = spec.origin
    module.__package__ = ""
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


def _leave_no_trace():
    """There would be no such module without us; while it is being imported it has to be there."""
    import sys

    tracer = sys.modules.get("_interleave.hooking")
    if tracer is not None:
        tracer.forget_module("sitecustomize")


_start_tracer()
_run_the_next()
