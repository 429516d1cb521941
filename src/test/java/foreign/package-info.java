/**
 * Programs that use what others wrote: databases, servers, queues, languages. They know nothing of
 * Interleave; {@code interleave.foreign} runs each with and without it. What they print is the same
 * in every run.
 */
package foreign;
