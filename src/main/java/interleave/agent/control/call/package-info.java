/**
 * Which calls of a program another thread could tell: what each does, to what, and what tells
 * whether it could go on. A table, and nothing that runs.
 */
@NullMarked
package interleave.agent.control.call;

import org.jspecify.annotations.NullMarked;
