package interleave.explore;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the search finds of small programs, whatever they are, is what all their orders come to. */
class RandomProgramsTest {
  @Property(tries = 100)
  void twoThreadsThatAreThere(
      @ForAll("longer") List<String> one, @ForAll("longer") List<String> two) {
    SearchTest.compare(Model.of(String.join(";", one), String.join(";", two)));
  }

  @Property(tries = 60)
  void twoThreadsThatMainStarts(
      @ForAll("code") List<String> one, @ForAll("code") List<String> two) {
    SearchTest.compare(Model.started(String.join(";", one), String.join(";", two)));
  }

  @Property(tries = 60)
  void threeThreads(
      @ForAll("code") List<String> one,
      @ForAll("code") List<String> two,
      @ForAll("code") List<String> three) {
    SearchTest.compare(
        Model.of(String.join(";", one), String.join(";", two), String.join(";", three)));
  }

  @Property(tries = 60)
  void aThreadThatAnotherStarts(
      @ForAll("code") List<String> one, @ForAll("code") List<String> two) {
    SearchTest.compare(
        Model.of(
            "start 1;read x;join 1;print e",
            "start 2;" + String.join(";", one),
            String.join(";", two)));
  }

  @Provide
  Arbitrary<List<String>> code() {
    return instruction().list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<String>> longer() {
    return instruction().list().ofMinSize(1).ofMaxSize(6);
  }

  private static Arbitrary<String> instruction() {
    return Arbitraries.of(
        "read x",
        "read x",
        "read y",
        "write x 1",
        "write x 2",
        "write y 1",
        "set x 7",
        "lock m",
        "lock m",
        "unlock m",
        "unlock m",
        "lock n",
        "unlock n",
        "wait m",
        "notify m",
        "timed m",
        "timed n",
        "sleep",
        "print a",
        "print b",
        "if 1",
        "if 0");
  }
}
