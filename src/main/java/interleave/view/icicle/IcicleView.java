package interleave.view.icicle;

import interleave.timeline.Site;
import interleave.timeline.ThreadState;
import interleave.timeline.stack.CallNode;
import interleave.timeline.stack.IcicleBoxes;
import interleave.timeline.stack.IcicleBoxes.Box;
import interleave.view.control.SharpCanvas;
import interleave.view.theme.Colours;
import interleave.view.theme.Fonts;
import interleave.view.timeline.PointerTip;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The boxes, painted; the keyboard and the pointer go from one to another. */
final class IcicleView extends Region {
  static final double ROW = 19;

  private static final double GAP = 1;
  private static final double LETTER = 6.3;
  private static final double MARGIN = 4;
  private static final int MOST_ROWS = 300;

  /** What begins the names of classes that come with the JDK. */
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private final SharpCanvas canvas = new SharpCanvas();
  private final Supplier<Colours> colours;
  private final Function<CallNode, List<String>> tips;
  private final PointerTip tip = new PointerTip(this);
  private Consumer<@Nullable CallNode> selected = _ -> {};
  private Consumer<CallNode> opened = _ -> {};
  private @Nullable CallNode root;
  private @Nullable CallNode zoomed;
  private @Nullable CallNode selection;
  private @Nullable IcicleBoxes boxes;
  private String sought = "";

  IcicleView(Supplier<Colours> colours, Function<CallNode, List<String>> tips) {
    this.colours = colours;
    this.tips = tips;
    setId("icicle");
    getStyleClass().add("icicle");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    getChildren().add(canvas);
    setMinSize(0, 0);
    setOnMouseMoved(this::hovered);
    setOnMouseExited(_ -> tip.hide());
    setOnMouseClicked(this::clicked);
    setOnKeyPressed(this::pressed);
    focusedProperty().addListener(_ -> paint());
  }

  /** What is done with a box that is selected, and with one that is opened. */
  void listen(Consumer<@Nullable CallNode> whenSelected, Consumer<CallNode> whenOpened) {
    selected = whenSelected;
    opened = whenOpened;
  }

  /** Shows another sum; what is selected and zoomed to stays where there is the same in it. */
  void show(CallNode all) {
    CallNode wanted = selection;
    CallNode near = zoomed;
    root = all;
    zoomed = near == null ? all : same(all, near);
    if (zoomed == null) {
      zoomed = all;
    }
    selection = wanted == null ? null : same(all, wanted);
    arrange();
    selected.accept(selection);
  }

  /** What is called as that was, from as many callers. */
  private static @Nullable CallNode same(CallNode in, CallNode wanted) {
    CallNode parent = wanted.parent();
    if (parent == null) {
      return in;
    }
    CallNode below = same(in, parent);
    return below == null
        ? null
        : below.children().stream()
            .filter(each -> each.function().equals(wanted.function()))
            .findFirst()
            .orElse(null);
  }

  /** Functions with that in their name stand out. */
  void find(String text) {
    sought = text.strip().toLowerCase(Locale.ROOT);
    paint();
  }

  boolean isFound(CallNode node) {
    return !sought.isEmpty() && node.name().toLowerCase(Locale.ROOT).contains(sought);
  }

  void select(@Nullable CallNode node) {
    selection = node;
    selected.accept(node);
    paint();
  }

  /** Gives a function and what it called all the width. */
  void zoom(@Nullable CallNode node) {
    zoomed = node == null ? root : node;
    arrange();
  }

  void repaint() {
    paint();
  }

  /** How many rows there are depends on what is wide enough to be seen. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    CallNode from = zoomed;
    int rows = from == null ? 1 : IcicleBoxes.of(from, Math.max(1, width)).rows() - 1;
    return Math.min(MOST_ROWS, rows) * ROW + MARGIN;
  }

  @Override
  protected void layoutChildren() {
    if (canvas.fill(this, getWidth(), getHeight())) {
      arrange();
    }
  }

  private void arrange() {
    CallNode from = zoomed;
    boxes = from == null ? null : IcicleBoxes.of(from, Math.max(1, getWidth()));
    requestLayout();
    paint();
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    IcicleBoxes all = boxes;
    if (all == null) {
      return;
    }
    g.setFont(Font.font(Fonts.CODE, 11));
    for (Box box : all.all()) {
      if (box.node().parent() != null) { // what all is of stands at the head of the pane
        paint(g, box);
      }
    }
  }

  private void paint(GraphicsContext g, Box box) {
    boolean dark = colours.get().theme().isDark();
    double y = (box.row() - 1) * ROW;
    double width = Math.max(0.5, box.width() - GAP);
    boolean found = isFound(box.node());
    g.setFill(found ? colours.get().ground(ThreadState.QUEUE_WAIT) : ground(box, dark));
    g.fillRect(box.x(), y, width, ROW - GAP);
    if (box.node() == selection) {
      g.setStroke(colours.get().accent());
      g.setLineWidth(isFocused() ? 2 : 1);
      g.strokeRect(box.x() + 1, y + 1, Math.max(1, width - 2), ROW - GAP - 2);
    }
    int letters = (int) ((width - 2 * MARGIN) / LETTER);
    if (letters >= 3) {
      g.setFill(Color.web(dark ? "#e6edf3" : "#1b1f24"));
      g.fillText(cut(box.node().name(), letters), box.x() + MARGIN, y + ROW - 6);
    }
  }

  private static String cut(String text, int letters) {
    return text.length() <= letters ? text : text.substring(0, Math.max(1, letters - 1)) + "…";
  }

  /** The program's own stands out from libraries; neighbours differ a little. */
  private static Color ground(Box box, boolean dark) {
    boolean odd = (box.node().function().hashCode() & 1) != 0;
    if (isLibrary(box.node().function())) {
      return Color.web(dark ? odd ? "#2b333d" : "#303945" : odd ? "#e3e6ea" : "#d9dde3");
    }
    return Color.web(dark ? odd ? "#1f5a45" : "#256650" : odd ? "#b9e3d0" : "#a8dac3");
  }

  /** What is of no file and no class stands for callers that were left out, and is nobody's. */
  static boolean isLibrary(Site of) {
    String file = of.file();
    return file.isEmpty() && of.owner().isEmpty()
        || JDK.stream().anyMatch(of.owner()::startsWith)
        || file.startsWith("<frozen")
        || file.contains("/lib/python3") && !file.contains("-packages/");
  }

  private @Nullable Box at(MouseEvent event) {
    IcicleBoxes all = boxes;
    return all == null ? null : all.at((int) (event.getY() / ROW) + 1, event.getX());
  }

  private void hovered(MouseEvent event) {
    Box box = at(event);
    tip.over(
        box == null ? List.of() : tips.apply(box.node()), event.getScreenX(), event.getScreenY());
  }

  private void clicked(MouseEvent event) {
    requestFocus();
    Box box = at(event);
    if (event.getButton() != MouseButton.PRIMARY || box == null) {
      return;
    }
    tip.hide();
    select(box.node());
    if (event.getClickCount() == 2) {
      zoom(box.node() == zoomed ? null : box.node());
    } else if (event.isShortcutDown()) {
      opened.accept(box.node());
    }
  }

  private void pressed(KeyEvent event) {
    CallNode at = selection == null ? root : selection;
    if (at == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean used = true;
    switch (event.getCode()) {
      case UP -> go(at.parent());
      case DOWN -> go(at.children().isEmpty() ? null : at.children().getFirst());
      case LEFT -> go(beside(at, -1));
      case RIGHT -> go(beside(at, 1));
      case ENTER -> opened.accept(at);
      case SPACE -> zoom(at == zoomed ? null : at);
      case BACK_SPACE -> zoom(null);
      default -> used = false;
    }
    if (used) {
      event.consume();
    }
  }

  private void go(@Nullable CallNode to) {
    if (to != null && to.parent() != null) {
      select(to);
    }
  }

  private static @Nullable CallNode beside(CallNode node, int step) {
    CallNode parent = node.parent();
    if (parent == null) {
      return null;
    }
    int next = parent.children().indexOf(node) + step;
    return next < 0 || next >= parent.children().size() ? null : parent.children().get(next);
  }
}
