package javax.jms;

public interface CompletionListener {}
