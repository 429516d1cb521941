package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a search says of itself where it cannot go through all. */
class LimitsTest {
  private static final String UPDATES = "read b;write b 1;read b;write b 1;read b;write b 1";
  private static final Model MODEL = Model.started(UPDATES, UPDATES);

  private static Search gone(Subject subject, Limits limits) throws IOException {
    Search search = new Search(subject, limits, false);
    while (search.advance()) {
      assertThat(search.progress().runs()).isLessThan(100_000);
    }
    return search;
  }

  @Test
  void aBoundOfPreemptionsIsCompletedAndSaysThatThereIsMore() throws IOException {
    Progress progress = gone(MODEL, Limits.USUAL.preemptions(1)).progress();
    assertThat(progress.completed()).isEqualTo(1);
    assertThat(progress.isWhole()).isFalse();
    assertThat(progress.left()).isPositive();
  }

  @Test
  void aLimitOfRunsCompletesNoMoreThanWasTried() throws IOException {
    Progress all = gone(MODEL, Limits.USUAL).progress();
    assertThat(all.isWhole()).isTrue();
    Progress few = gone(MODEL, Limits.USUAL.runs(all.runs() / 2)).progress();
    assertThat(few.runs()).isEqualTo(all.runs() / 2);
    assertThat(few.completed()).isBetween(0, few.preemptions());
    assertThat(few.left()).isPositive();
  }

  @Test
  void whereThereIsNoRoomForMoreMomentsTheSearchEndsAndPromisesLess() throws IOException {
    Progress progress = gone(MODEL, Limits.USUAL.states(40)).progress();
    assertThat(progress.isWhole()).isFalse();
    assertThat(progress.completed()).isLessThan(3);
    assertThat(progress.left()).isPositive();
  }

  @Test
  void runsThatAreCutOffAreCountedAndNothingIsPromised() throws IOException {
    Search search = gone(MODEL, Limits.USUAL.steps(8));
    assertThat(search.progress().cut()).isEqualTo(search.progress().runs());
    assertThat(search.progress().isWhole()).isFalse();
    assertThat(search.progress().completed()).isEqualTo(-1);
    assertThat(search.endings().groups()).hasSize(1);
  }

  @Test
  void choicesBehindTheFirstOnesAreNotTriedAndThatIsSaid() throws IOException {
    Progress progress = gone(MODEL, Limits.USUAL.choices(4)).progress();
    assertThat(progress.beyondChoices()).isPositive();
    assertThat(progress.isWhole()).isFalse();
    assertThat(progress.runs()).isLessThan(gone(MODEL, Limits.USUAL).progress().runs());
  }

  @Test
  void aProgramThatDoesNotDoTheSameAgainIsFoundOut() throws IOException {
    List<Integer> runs = new ArrayList<>();
    Model other =
        Model.started("read b;sleep;write b 1;read b;write b 1", "read b;write b 1;print odd");
    Subject fickle =
        order -> {
          runs.add(1);
          return (runs.size() % 5 == 0 ? other : MODEL).run(order);
        };
    Search search = gone(fickle, Limits.USUAL.runs(500));
    assertThat(search.progress().differences()).isPositive();
    assertThat(search.progress().differencePlaces()).isNotEmpty();
    assertThat(search.progress().isWhole()).isFalse();
  }

  @Test
  void anEndingThatIsAnotherAtTheSameOrderIsFoundOut() throws IOException {
    List<Integer> runs = new ArrayList<>();
    Model still = Model.started("lock m;sleep;unlock m", "lock m;unlock m");
    Subject fickle =
        order -> {
          Trace trace = still.run(order);
          runs.add(1);
          Ending ending =
              new Ending(Ending.Kind.DONE, "", Map.of("n", "" + runs.size()), "", List.of());
          return new Trace(
              trace.threads(), trace.objects(), trace.steps(), trace.stands(), ending, List.of());
        };
    Search careful = Search.careful(fickle, Limits.USUAL);
    while (careful.advance()) {
      assertThat(runs).hasSizeLessThan(1000);
    }
    assertThat(careful.progress().differences()).isPositive();
  }
}
