package interleave.app.window;

import interleave.view.question.QuestionCard;
import interleave.view.session.Covers;
import interleave.view.session.Session;

/** What the question of a scenario asks of the session. */
record QuestionActions(Session session) implements QuestionCard.Actions {
  @Override
  public void guess(String answer) {
    session.guess(answer);
  }

  @Override
  public void tell() {
    session.tellAnswer();
  }

  @Override
  public void uncover(Covers.Part part) {
    session.uncover(part);
  }

  @Override
  public void next() {
    session.foretellNext();
  }
}
