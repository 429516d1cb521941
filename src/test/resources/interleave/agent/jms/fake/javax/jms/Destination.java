package javax.jms;

public interface Destination {}
