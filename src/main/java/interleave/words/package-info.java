/**
 * What the product says, in each {@link interleave.words.Language}: bundles of sentences under
 * {@code interleave/words} in the resources, read when first asked for.
 *
 * <p>May use the JDK only.
 *
 * <p>Any thread may ask at any time; the language is one for the whole process and may change while
 * it runs, so whoever shows words asks again at {@link interleave.words.Language#onChange}.
 */
@NullMarked
package interleave.words;

import org.jspecify.annotations.NullMarked;
