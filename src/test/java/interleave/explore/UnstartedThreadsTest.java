package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread has no id in a run that ends before it is started. */
class UnstartedThreadsTest {
  @Test
  void aThreadThatSomeRunsDoNotComeToStartIsNoDifferenceBetweenThem() throws IOException {
    Model model = Model.of("start 1;lock m;start 2;unlock m", "lock m;lock n", "read x");
    BruteForce all = new BruteForce(model);
    Subject nameless =
        order -> {
          Trace trace = model.run(order);
          Map<Integer, SharedObject> objects = new HashMap<>(trace.objects());
          boolean isStarted =
              trace.steps().stream().anyMatch(each -> each.thread().text().equals("2"));
          objects.replaceAll(
              (number, object) ->
                  object.name().equals("2") && !isStarted
                      ? new SharedObject(number, SharedObject.THREAD, "Thread-2")
                      : object);
          return new Trace(
              trace.threads(),
              objects,
              trace.steps(),
              trace.stands(),
              trace.ending(),
              trace.told());
        };
    Search search = new Search(nameless, Limits.USUAL, false);
    while (search.advance()) {
      assertThat(search.progress().runs()).isLessThan(1000);
    }
    assertThat(search.progress().differences()).isZero();
    assertThat(search.progress().isWhole()).isTrue();
    assertThat(search.endings().groups()).hasSameSizeAs(all.endings.keySet());
    assertThat(search.progress().classes()).isEqualTo(all.classes.size());
  }
}
