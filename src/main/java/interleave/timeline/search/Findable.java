package interleave.timeline.search;

import interleave.timeline.ThingRef;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Things of one kind that can be found, by their numbers from 0 on: there may be a million of them,
 * so nothing is made of one before it is found.
 *
 * @param name what is looked through
 * @param process whose it is, -1 when it is nobody's
 */
public record Findable(
    FoundKind kind,
    int size,
    IntFunction<String> name,
    IntFunction<ThingRef> thing,
    IntUnaryOperator process) {}
