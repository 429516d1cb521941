package interleave.exchange.export.trace;

import java.util.List;

/**
 * A process as trace viewers know them.
 *
 * @param pid unlike that of any other in the trace, from 1 to 2^31 - 1; mostly the system's
 * @param order those of a smaller one stand first
 */
public record TraceProcess(long pid, String name, int order, List<Fact> facts) {}
