package interleave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A class of tests that runs beside others, since all it looks at are programs in processes of
 * their own: it changes nothing that belongs to this whole JVM, and shows no window. Nor does it
 * look for words of ours or for lessons of others: a test beside it may speak another language, or
 * have lessons of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
public @interface BesideOthers {}
