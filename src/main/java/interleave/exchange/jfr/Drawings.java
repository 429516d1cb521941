package interleave.exchange.jfr;

import org.jspecify.annotations.Nullable;

/**
 * What is made of events of some types. It is asked when a type is met: most files have few of all
 * those that are known, and each of them takes a class that the JDK has to make.
 */
interface Drawings {
  /** What is made of the events of a type of that name; null where it is none of these. */
  @Nullable Drawn of(String type);
}
