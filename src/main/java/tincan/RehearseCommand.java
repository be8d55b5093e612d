package tincan;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `tincan rehearse`: opens the window, walks through it once and closes it. For the build, which learns from it which
/// classes a start needs.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private final TincanCommand tincan;

    RehearseCommand(TincanCommand tincan) {
        this.tincan = tincan;
    }

    @Override
    public Integer call() {
        return tincan.openWindow("--rehearse").code();
    }
}
