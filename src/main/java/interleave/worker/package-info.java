/**
 * Workers on other machines: how they join a run, what they are told to do, and who of them is
 * there.
 *
 * <pre>
 *   worker's machine                                       the run's machine
 *   Membership ── greeting, every few seconds ──▶ broker ──▶ Reception
 *        ▲                                                      │ WorkerRole: what there is to do
 *        └──────────────── broker ◀─────────────────────────────┘
 *   Crew: the processes that do it, traced as any
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code event}: where a recording lies
 *   <li>{@code process}: lends this machine to pools
 *   <li>{@code process.broker}: carries what is said
 *   <li>{@code process.door}: lets them come to the broker
 *   <li>{@code program}: of which run it is, and what runs Python
 *   <li>{@code remote}: sends what workers record
 *   <li>{@code scenario}: what there is to do, which both sides know
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A reception has a thread of its own; the rest is its caller's. Messages are lines of text with
 * bounds, and what they ask for is looked up in the catalogue: never a class or a command.
 */
@NullMarked
package interleave.worker;

import org.jspecify.annotations.NullMarked;
