package interleave.timeline.draw;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThreadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  static List<Palette> palettes() {
    return List.of(Palette.LIGHT, Palette.DARK, Palette.GREY);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyRoleHasAColour(Palette palette) {
    for (Role role : Role.values()) {
      assertThat(palette.colour(role)).isBetween(0, 0xffffff);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void wordsOnFillsKeepTheirContrast(Palette palette) {
    for (Role role : Role.values()) {
      if (role.name().startsWith("ON_")) {
        int ground = palette.colour(Palette.ground(role));
        assertThat(Palette.contrast(palette.colour(role), ground))
            .describedAs(role.name())
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void wordsOnTheGroundKeepTheirContrast(Palette palette) {
    for (Role words : List.of(Role.TEXT, Role.MUTED, Role.RED, Role.GOOD)) {
      for (Role ground : List.of(Role.BACKGROUND, Role.BAND)) {
        assertThat(Palette.contrast(palette.colour(words), palette.colour(ground)))
            .describedAs(words + " on " + ground)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
    assertThat(Palette.contrast(palette.colour(Role.TEXT), palette.colour(Role.CHIP)))
        .isGreaterThanOrEqualTo(4.5);
  }

  /** Two states that are filled alike differ by how light they are; what is not told is a line. */
  @Test
  void withoutColourStatesAreToldApart() {
    for (ThreadState one : ThreadState.values()) {
      for (ThreadState other : ThreadState.values()) {
        boolean told = one != ThreadState.NOT_TOLD && other != ThreadState.NOT_TOLD;
        if (told && one != other && FillPattern.of(one) == FillPattern.of(other)) {
          assertThat(
                  Palette.contrast(
                      Palette.GREY.colour(Role.of(one)), Palette.GREY.colour(Role.of(other))))
              .describedAs(one + " and " + other)
              .isGreaterThan(1.8);
        }
      }
    }
    for (Role role : Role.values()) {
      int colour = Palette.GREY.colour(role);
      assertThat(colour >> 16 & 255).isEqualTo(colour >> 8 & 255).isEqualTo(colour & 255);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void threadsAreToldApartByTheColourBlind(Palette palette) {
    List<Role> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(Role.thread(i));
    }
    for (ColourBlindness eyes : ColourBlindness.values()) {
      for (int i = 0; i < threads.size(); i++) {
        for (int j = i + 1; j < threads.size(); j++) {
          double distance =
              eyes.distance(palette.colour(threads.get(i)), palette.colour(threads.get(j)));
          assertThat(distance)
              .describedAs(eyes + ": " + threads.get(i) + " and " + threads.get(j))
              .isGreaterThan(8);
        }
      }
    }
  }
}
