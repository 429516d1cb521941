/**
 * What speaks about the packages below rather than belonging to one of them. Nothing here exists at
 * run time.
 */
@NullMarked
package interleave;

import org.jspecify.annotations.NullMarked;
