/**
 * What recording costs, measured with JMH, as ratios within one run: {@code mvn -Pbench verify}.
 * What it costs in Python is measured by programs of {@code src/jmh/python}, see {@link
 * PythonReport}.
 *
 * <p>May use {@code event} and JMH. Not part of the product.
 */
@NullMarked
package interleave.bench;

import org.jspecify.annotations.NullMarked;
