package interleave.agent.trace;

import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What the tracer knows of one object of the program, for as long as the program knows it. A family
 * that knows more of its objects extends it.
 */
public class Thing extends WeakReference<Object> {
  final int hash;

  /** The next thing in the same bucket of {@link Things}; written under its lock. */
  volatile @Nullable Thing next;

  /** The object's id in the recording. */
  public int id;

  /** Whether it has a name of its own, and not that of its class only. */
  public boolean named;

  public Thing(Object object, int hash, @Nullable ReferenceQueue<Object> gone) {
    super(object, gone);
    this.hash = hash;
  }

  public void define(ObjectType type, String name) {
    id = Lane.RECORDER.object(type, 0, name);
  }
}
