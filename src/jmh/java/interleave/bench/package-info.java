/**
 * What recording costs, measured with JMH, as ratios within one run: {@code mvn -Pbench verify}.
 * What it costs in Python is measured by programs of {@code src/jmh/python}, see {@link
 * PythonReport}; what whole programs cost, and the work after their end, by {@link PriceReport};
 * what it takes to open very many events by {@link LargeReport}, of recordings that {@link
 * FloodRecording} makes; what it takes to try all interleavings of a program by {@link
 * ExplorationReport}.
 *
 * <p>May use {@code event}, {@code tail}, {@code timeline} and its rooms, {@code file}, {@code
 * engine}, {@code explore}, {@code laboratory}, {@code program}, {@code scenario} and JMH. Not part
 * of the product.
 */
@NullMarked
package interleave.bench;

import org.jspecify.annotations.NullMarked;
