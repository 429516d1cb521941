package interleave.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.Replay;
import interleave.timeline.picture.FigurePart;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureSettingsTest {
  @Test
  void whatWasWishedComesBackFromItsText() {
    FigureOptions options =
        FigureOptions.USUAL
            .on(new Paper(160.5, Paper.Unit.MM, 3, false, PageSize.A4_LANDSCAPE, 4))
            .in(FigureTheme.GREY)
            .with(Set.of(FigurePart.TITLE, FigurePart.FOOTER))
            .moving(new Replay(4.5, 12, false));
    FigureSettings settings = new FigureSettings(".pdf", options);
    assertThat(FigureSettings.of(settings.text())).isEqualTo(settings);
    FigureSettings bare = new FigureSettings(".svg", options.with(Set.of()));
    assertThat(FigureSettings.of(bare.text())).isEqualTo(bare);
    assertThat(FigureSettings.of("")).isEqualTo(FigureSettings.USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"width=wide", "theme=RED", "page=A9", "parts=HEAD", "scale=", "= = =", "fps=1e9"})
  void whatIsDamagedIsAsUsual(String text) {
    assertThat(FigureSettings.of(text)).isEqualTo(FigureSettings.USUAL);
  }
}
