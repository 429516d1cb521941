/**
 * The tracer of Python programs, under every CPython that is found on this machine: {@link
 * Pythons}. A test runs a script of {@code src/test/resources/python} by {@link PythonRun}, and
 * looks at the events or at the timeline that come of it.
 */
package interleave.python;
