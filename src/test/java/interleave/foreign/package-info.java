/** Programs that were not written for us: with us they behave as without us. */
package interleave.foreign;
