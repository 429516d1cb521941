/** Timelines made by hand, to test layout and drawing without a recording. */
package interleave.timeline.sketch;
