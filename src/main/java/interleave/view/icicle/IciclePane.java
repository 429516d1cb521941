package interleave.view.icicle;

import interleave.program.RunOrigin;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.stack.CallNode;
import interleave.timeline.stack.StackSum;
import interleave.timeline.stack.StackText;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.control.RangeText;
import interleave.view.control.SlowAnswer;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Where time goes in the run, in the thread, process or span that is selected, in the range that is
 * asked about: what it is of is written at its head, and of how many samples.
 */
public final class IciclePane extends BorderPane implements FramePane {
  /** What the pane asks for. */
  public interface Actions {
    /** Shows a line of the source. */
    void line(Site place);

    /** Something was copied. */
    void copied(String what);

    /** Whether stacks of the next runs are sampled. */
    boolean samples();

    /** From now on they are, or no longer. */
    void samples(boolean on);
  }

  private static final SpokenWords WORDS = SpokenWords.of("view/icicle");

  /** In a lower pane there is room for nothing but the functions. */
  private static final double LEAST_WITH_FOOT = 120;

  /** Chips stand side by side for as long as there is room. */
  private static final double ONE_ROW = 10_000;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Actions actions;
  private final SlowAnswer<SampleWish, SampleWish.Answer> maker =
      new SlowAnswer<>(SampleWish::answer, SampleWish::isLike, this::made);
  private final Label of = new Label();
  private final Label detail = new Label();
  private final Label place = new Label();
  private final Label nothing = new Label();
  private final TextField find = new TextField();
  private final ToggleButton waiting = toggle("waiting", "icicle-waiting");
  private final ToggleButton reversed = toggle("reversed", "icicle-reversed");
  private final ToggleButton sampling = toggle("sampling", "icicle-sampling");
  private final IcicleView view;
  private final ScrollPane scroll = new ScrollPane();
  private SampleWish.@Nullable Answer shown;
  private @Nullable CallNode selected;
  private @Nullable Frame last;

  public IciclePane(Actions actions, Supplier<Colours> colours) {
    this.actions = actions;
    setId("where-time-goes");
    view = new IcicleView(colours, this::tip);
    view.listen(this::chosen, this::open);
    WORDS.accessible(view, "says");
    scroll.setContent(view);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    nothing.setWrapText(true);
    nothing.setId("icicle-nothing");
    nothing.getStyleClass().add("muted");
    nothing.setMaxWidth(640);
    BorderPane.setMargin(nothing, new Insets(16));
    of.setId("icicle-of");
    of.setWrapText(true);
    of.setMinHeight(USE_PREF_SIZE);
    of.setPadding(new Insets(0, 12, 4, 12));
    setTop(new VBox(bar(), of));
    setBottom(foot());
    setMinSize(0, 0);
    addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event) && !find.isFocused()) {
            copy(false);
            event.consume();
          }
        });
  }

  private Node bar() {
    find.setId("icicle-find");
    find.setPrefColumnCount(12);
    find.promptTextProperty().bind(WORDS.text("find"));
    WORDS.accessible(find, "find");
    find.textProperty().addListener((_, _, text) -> view.find(text));
    find.setOnAction(_ -> next());
    waiting.setOnAction(_ -> ask());
    reversed.setOnAction(_ -> ask());
    sampling.setOnAction(_ -> actions.samples(sampling.isSelected()));
    sampling.setTooltip(WORDS.tooltip("sampling.tip"));
    waiting.setTooltip(WORDS.tooltip("waiting.tip"));
    reversed.setTooltip(WORDS.tooltip("reversed.tip"));
    Button whole = chip("whole", "icicle-whole", () -> view.zoom(null));
    FlowPane chips =
        new FlowPane(
            6,
            4,
            waiting,
            reversed,
            whole,
            chip("copy", "icicle-copy", () -> copy(false)),
            chip("csv", "icicle-csv", () -> copy(true)),
            sampling);
    chips.setPrefWrapLength(ONE_ROW);
    HBox.setHgrow(chips, Priority.ALWAYS);
    find.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(6, chips, find);
    bar.setPadding(new Insets(5, 12, 5, 12));
    return bar;
  }

  private Node foot() {
    place.getStyleClass().add("link");
    place.setId("icicle-place");
    place.setOnMouseClicked(_ -> Optional.ofNullable(selected).ifPresent(this::open));
    detail.setId("icicle-detail");
    detail.setMinWidth(0);
    HBox foot = new HBox(10, place, detail);
    place.setMinWidth(USE_PREF_SIZE);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(new Insets(3, 12, 3, 12));
    foot.setMinHeight(24);
    heightProperty()
        .addListener(
            _ -> {
              foot.setVisible(getHeight() >= LEAST_WITH_FOOT);
              foot.setManaged(foot.isVisible());
            });
    return foot;
  }

  private static ToggleButton toggle(String key, String id) {
    ToggleButton toggle = WORDS.on(new ToggleButton(), key);
    toggle.getStyleClass().setAll("toggle-button", "chip", "sheet-chip");
    toggle.setMnemonicParsing(false);
    toggle.setId(id);
    return toggle;
  }

  private static Button chip(String key, String id, Runnable action) {
    Button button = Chips.chip("", action);
    button.textProperty().bind(WORDS.text(key));
    button.setId(id);
    return button;
  }

  /** Only called while it is the page in front. */
  @Override
  public void show(Frame frame) {
    last = frame;
    sampling.setSelected(actions.samples());
    if (frame.timeline().stackSamples().isEmpty()) {
      maker.forget();
      shown = null;
      of.setText("");
      empty(WORDS.get(frame.running() ? "none.yet" : isFile(frame) ? "none.file" : "none"));
    } else {
      ask();
    }
  }

  /** A recording of which nothing is known that could be run again. */
  private static boolean isFile(Frame frame) {
    return frame.shown().filter(RunOrigin.Saved.class::isInstance).isPresent()
        && frame.lesson().isEmpty();
  }

  private void ask() {
    Frame frame = last;
    if (frame != null && !frame.timeline().stackSamples().isEmpty()) {
      maker.ask(
          new SampleWish(
              frame.timeline(),
              frame.selection(),
              frame.range(),
              waiting.isSelected(),
              reversed.isSelected()));
    }
  }

  private void empty(String why) {
    if (getCenter() != nothing || !nothing.getText().equals(why)) {
      nothing.setText(why);
      setCenter(nothing);
      chosen(null);
    }
  }

  private void made(SampleWish.Answer answer) {
    if (last != null && last.timeline().stackSamples().isEmpty()) {
      return; // another run has come meanwhile
    }
    shown = answer;
    of.setText(head(answer));
    if (answer.sum().samples() == 0) {
      empty(WORDS.get(answer.sum().waiting() > 0 ? "none.running" : "none.here"));
      return;
    }
    if (getCenter() != scroll) {
      setCenter(scroll);
    }
    view.show(answer.sum().root());
  }

  /** Of what, of how many samples, and what that is worth. */
  private static String head(SampleWish.Answer answer) {
    StackSum sum = answer.sum();
    List<String> parts = new ArrayList<>();
    parts.add(subject(answer.wish()));
    if (sum.samples() > 0) {
      String interval = Durations.show(sum.intervalNs());
      parts.add(WORDS.count("samples", sum.samples(), Durations.count(sum.samples()), interval));
    }
    if (sum.isFew() && sum.samples() > 0) {
      parts.add(WORDS.get("few"));
    }
    if (sum.waiting() > 0) {
      parts.add(WORDS.count("left-out", sum.waiting(), Durations.count(sum.waiting())));
    }
    if (sum.tracer() > 0) {
      parts.add(WORDS.count("tracer", sum.tracer(), Durations.count(sum.tracer())));
    }
    return String.join(" ", parts);
  }

  private static String subject(SampleWish wish) {
    Timeline timeline = wish.timeline();
    String range = wish.range().map(it -> RangeText.of(timeline, it)).orElse("");
    String everyone = WORDS.get(range.isEmpty() ? "of.run" : "of.everyone");
    String what =
        switch (wish.selection().orElse(null)) {
          case ThingRef.Lane lane -> WORDS.get("of.lane", Lanes.name(timeline, lane.index()));
          case ThingRef.Span span -> WORDS.get("of.span", Lanes.name(timeline, span.lane()));
          case ThingRef.Process process ->
              WORDS.get("of.process", timeline.processes().get(process.index()).name());
          case ThingRef.Host _,
              ThingRef.Crowd _,
              ThingRef.CrowdMoment _,
              ThingRef.Group _,
              ThingRef.GroupMoment _,
              ThingRef.Slice _,
              ThingRef.Track _,
              ThingRef.Moment _,
              ThingRef.WideMoment _,
              ThingRef.Flow _,
              ThingRef.Counter _,
              ThingRef.CounterValue _,
              ThingRef.Lock _,
              ThingRef.Hold _,
              ThingRef.HoldSum _,
              ThingRef.Synchronizer _,
              ThingRef.Opening _,
              ThingRef.Queue _,
              ThingRef.Message _,
              ThingRef.Variable _,
              ThingRef.Access _,
              ThingRef.LostUpdate _,
              ThingRef.Pool _,
              ThingRef.Task _,
              ThingRef.Pipe _,
              ThingRef.Gil _,
              ThingRef.GilHold _,
              ThingRef.Cpu _,
              ThingRef.Line _,
              ThingRef.Phase _,
              ThingRef.Local _,
              ThingRef.Deadlock _,
              ThingRef.Sighting _ ->
              everyone;
          case null -> everyone;
        };
    return range.isEmpty() ? WORDS.get("of.all", what) : WORDS.get("of.range", what, range);
  }

  private List<String> tip(CallNode node) {
    SampleWish.Answer answer = shown;
    if (answer == null) {
      return List.of();
    }
    long all = answer.sum().samples();
    List<String> lines = new ArrayList<>();
    lines.add(node.name());
    lines.add(lineOf(node));
    lines.add(counts(node, all));
    return lines;
  }

  private static String lineOf(CallNode node) {
    String text = StackText.place(node.place());
    return node.lineCount() > 1 ? WORDS.get("lines", text, node.lineCount()) : text;
  }

  private static String counts(CallNode node, long all) {
    String share = StackText.share(node.samples(), all);
    String counted =
        WORDS.get("counts", Durations.count(node.samples()), Durations.count(all), share);
    return node.self() > 0 && !node.children().isEmpty()
        ? counted + " " + WORDS.get("own", Durations.count(node.self()))
        : counted;
  }

  private void chosen(@Nullable CallNode node) {
    selected = node == null || node.parent() == null ? null : node;
    CallNode of = selected;
    SampleWish.Answer answer = shown;
    boolean some = of != null && answer != null;
    place.setText(of == null ? "" : lineOf(of));
    detail.setText(
        some && of != null && answer != null
            ? of.name() + " · " + counts(of, answer.sum().samples())
            : getCenter() == scroll ? WORDS.get("hint") : "");
  }

  private void open(CallNode node) {
    if (node.parent() != null) {
      actions.line(node.place());
    }
  }

  /** Selects the next of those that are found, where there are some. */
  private void next() {
    SampleWish.Answer answer = shown;
    if (answer == null) {
      return;
    }
    List<CallNode> found = new ArrayList<>();
    List<CallNode> open = new ArrayList<>(List.of(answer.sum().root()));
    while (!open.isEmpty()) {
      CallNode node = open.removeLast();
      if (view.isFound(node)) {
        found.add(node);
      }
      open.addAll(node.children().reversed());
    }
    if (!found.isEmpty()) {
      CallNode before = selected;
      int at = before == null ? -1 : found.indexOf(before);
      view.select(found.get((at + 1) % found.size()));
    }
  }

  private void copy(boolean commas) {
    SampleWish.Answer answer = shown;
    if (answer == null) {
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(
        commas ? StackText.commaSeparated(answer.sum()) : StackText.indented(answer.sum()));
    Clipboard.getSystemClipboard().setContent(content);
    actions.copied(WORDS.get("copied"));
  }

  /** Takes over the colours of another theme. */
  public void recolour() {
    view.repaint();
  }
}
