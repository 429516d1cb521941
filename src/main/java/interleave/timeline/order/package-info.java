/**
 * What of a run is ordered, and by what: which thread took over what another had done before, and
 * accesses of a variable that nothing orders.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.order;

import org.jspecify.annotations.NullMarked;
