package tincan.ui;

/// The two ends of one line on one computer.
public record BothEnds(OpenSession host, OpenSession guest) {}
