/**
 * The window as a whole: which panes it has, what its commands do, its settings and dialogs. The
 * command line opens it, and is not known here.
 *
 * <p>May use {@code engine}, {@code event}, {@code file}, {@code program}, {@code scenario}, {@code
 * tail}, {@code timeline}, {@code timeline.draw}, {@code timeline.events}, {@code
 * timeline.explain}, {@code timeline.layout}, {@code timeline.search}, {@code view.console}, {@code
 * view.control}, {@code view.events}, {@code view.export}, {@code view.gallery}, {@code
 * view.header}, {@code view.inspector}, {@code view.keys}, {@code view.program}, {@code
 * view.python}, {@code view.question}, {@code view.search}, {@code view.session}, {@code
 * view.source}, {@code view.statistics}, {@code view.status}, {@code view.tableau}, {@code
 * view.theme}, {@code view.timeline}, {@code view.transport}, {@code words} and JavaFX.
 *
 * <p>Runs on the JavaFX thread; files and runs on workers of their own.
 */
@NullMarked
package interleave.app.window;

import org.jspecify.annotations.NullMarked;
