package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.FilledTemplate;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions, traced methods, and the events that a program or a library defines itself: slices
 * where they take time, else moments.
 */
final class OwnDrawings implements Drawings {
  private final Scene scene;
  private final Arguments arguments = new Arguments();

  OwnDrawings(Scene scene) {
    this.scene = scene;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow" ->
          Drawn.of(this::thrown, "thrownClass", "message");
      case "jdk.MethodTrace" -> Drawn.of(this::traced, "method");
      case "jdk.JavaMonitorInflate" -> Drawn.of(this::inflated, "monitorClass", "cause");
      default -> null;
    };
  }

  /** What is made of events of a type that is not the JDK's; null for none. */
  static @Nullable Drawn of(RecordType type, Scene scene) {
    if (!type.isEvent() || type.name().startsWith("jdk.") || type.name().startsWith("profiler.")) {
      return null;
    }
    List<String> fields = Fields.own(type);
    Arguments.Head[] heads = new Arguments.Head[fields.size()];
    for (int i = 0; i < heads.length; i++) {
      RecordType.Field field = type.field(fields.get(i));
      heads[i] = Arguments.head(field == null ? "" : field.title());
    }
    OwnDrawings drawings = new OwnDrawings(scene);
    return new Drawn(fields, drawings.new Own(scene.slice(type.title()), heads));
  }

  /** Of the events of one type that is not the JDK's. */
  private final class Own implements Drawn.Drawing {
    private final int name;
    private final Arguments.Head[] heads;

    /** Of their texts, 0 for none. */
    private int template;

    Own(int name, Arguments.Head[] heads) {
      this.name = name;
      this.heads = heads;
    }

    @Override
    public void begin(Fields events) {
      template = template(events, heads.length);
    }

    @Override
    public void event(Fields event) throws IOException, DamageException {
      tell(event, heads, template);
      if (event.hasDuration()) {
        slice(event, name);
      } else {
        moment(event, name);
      }
    }
  }

  private void thrown(Fields event) throws IOException, DamageException {
    arguments.clear();
    arguments.add("message", event.text(1));
    moment(event, scene.slice(event.className(0)));
  }

  private void inflated(Fields event) throws IOException, DamageException {
    arguments.clear();
    arguments.add("monitor", event.className(0));
    arguments.add("cause", event.text(1));
    moment(event, scene.slice(event.type.title()));
  }

  private void traced(Fields event) throws IOException, DamageException {
    Names.Method method = event.method(0);
    arguments.clear();
    int site = scene.place(event.stack()).site();
    IntakeThread thread = scene.thread(event.thread());
    if (thread != null) {
      String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
      scene.slice(thread, owner + "." + method.name(), site, event, arguments);
    }
  }

  private void slice(Fields event, int name) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    int site = scene.place(event.stack()).site();
    scene.slice(thread == null ? scene.track("Events") : thread, name, site, event, arguments);
  }

  /** Where all fields are whole numbers their text is made when somebody looks. */
  private void tell(Fields event, Arguments.Head[] heads, int template)
      throws IOException, DamageException {
    if (template > 0) {
      arguments.fill(template);
      for (int i = 0; i < heads.length; i++) {
        arguments.fill(event.whole(i));
      }
      arguments.filled();
      return;
    }
    arguments.clear();
    for (int i = 0; i < heads.length; i++) {
      argument(event, i, heads[i]);
    }
  }

  private int template(Fields event, int count) {
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < count; i++) {
      RecordType.Field field = event.field(i);
      if (field == null || event.sort(i) != Fields.Sort.WHOLE) {
        return 0;
      }
      String title = Arguments.shown(field.title()).replace(FilledTemplate.GAP, ' ');
      text.add(title + ": " + FilledTemplate.GAP);
    }
    return count == 0 ? 0 : scene.process.template(text.toString());
  }

  private void argument(Fields event, int i, Arguments.Head head)
      throws IOException, DamageException {
    switch (event.sort(i)) {
      case WHOLE -> arguments.add(head, event.whole(i));
      case TRUTH -> arguments.add(head, Boolean.toString(event.is(i)));
      case REAL -> arguments.add(head, Double.toString(event.real(i)));
      case TEXT -> arguments.add(head, event.text(i));
      case THREAD -> {
        IntakeThread thread = scene.thread(event.number(i));
        arguments.add(head, thread == null ? "" : thread.name());
      }
      case OTHER -> {}
    }
  }

  private void moment(Fields event, int name) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    IntakeThread to = thread == null ? scene.track("Events") : thread;
    int site = scene.place(event.stack()).site();
    to.write(
        EventKind.INSTANT,
        0,
        name,
        site,
        0,
        scene.time(event.begin()),
        arguments.bytes(),
        0,
        arguments.length());
  }
}
