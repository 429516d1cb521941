package interleave.agent.local;

import interleave.agent.trace.Previews;
import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** What a carrier of scoped values binds, for as long as the program knows the carrier. */
final class Bindings extends Things<Bindings.Binding> {
  static final Bindings ALL = new Bindings();

  private Bindings() {}

  /** One scoped value and its preview, and what was bound before it by the same carrier. */
  static final class Binding extends Thing {
    final Thing local;
    final String preview;
    final @Nullable Binding before;

    Binding(
        Object carrier,
        int hash,
        ReferenceQueue<Object> gone,
        Thing local,
        String preview,
        @Nullable Binding before) {
      super(carrier, hash, gone);
      this.local = local;
      this.preview = preview;
      this.before = before;
    }
  }

  static void bind(
      Object carrier, Object scoped, @Nullable Object value, @Nullable Object former, int site) {
    Thing local = Locals.seen(scoped, site);
    String preview = Previews.of(value);
    Binding before = former == null ? null : of(former);
    ALL.adopt(
        carrier,
        new Adoption<>() {
          @Override
          public Binding create(Object object, int hash, ReferenceQueue<Object> gone) {
            return new Binding(object, hash, gone, local, preview, before);
          }
        });
  }

  static @Nullable Binding of(Object carrier) {
    return ALL.known(carrier);
  }

  @Override
  public Binding create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    throw new IllegalStateException(ObjectType.SCOPED_VALUE.name()); // only adopted ever
  }
}
