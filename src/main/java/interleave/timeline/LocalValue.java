package interleave.timeline;

/** The value that a thread-local variable has in one thread from a moment on. */
public record LocalValue(String name, int lane, long from, String value) {}
