package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Who asks what kind of thing it is answers for all of them, so that the compiler leads whoever
 * adds one to each place that has to know it. A kind of track asks only for its own.
 */
class ThingSwitchesTest {
  @Test
  void switchesOverThingsHaveNoDefault() throws IOException {
    List<Path> files;
    try (Stream<Path> sources = Files.walk(Row.SOURCES)) {
      files =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(Row.SOURCES.resolve("timeline/track")))
              .toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> swallowing = new ArrayList<>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      int switches = 0;
      for (CompilationUnitTree unit : task.parse()) {
        Switches found = new Switches(unit);
        found.scan(unit, null);
        switches += found.overThings;
        swallowing.addAll(found.swallowing);
      }
      assertThat(switches).isPositive();
    }
    assertThat(swallowing).isEmpty();
  }

  private static final class Switches extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final List<String> swallowing = new ArrayList<>();
    private int overThings;

    Switches(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      look(tree.getCases());
      return super.visitSwitch(tree, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      look(tree.getCases());
      return super.visitSwitchExpression(tree, nothing);
    }

    private void look(List<? extends CaseTree> cases) {
      boolean things = false;
      boolean swallows = false;
      for (CaseTree each : cases) {
        for (var label : each.getLabels()) {
          things |=
              !(label instanceof ConstantCaseLabelTree) && label.toString().contains("ThingRef.");
          swallows |= label instanceof DefaultCaseLabelTree;
        }
      }
      overThings += things ? 1 : 0;
      if (things && swallows) {
        swallowing.add(unit.getSourceFile().getName() + ": " + cases.getFirst());
      }
    }
  }
}
