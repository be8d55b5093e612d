package tincan.ui.session;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/// What the session's screen gives up as it gets narrower; how, stands in its style sheet.
final class Narrowing {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /// Under this many ems of the title's font the buttons whose icons everybody knows show these alone.
    private static final double TIGHT_EMS = 70;
    /// Under this many, all buttons do, and the members show their discs.
    private static final double COMPACT_EMS = 54;
    /// Under this many, the members are shown only when they are asked for.
    private static final double SLIM_EMS = 40;

    private Narrowing() {}

    /// Dresses `root` for this width, in ems of the title's font.
    ///
    /// @return whether there is no room for the members
    static boolean fit(Node root, double ems) {
        root.pseudoClassStateChanged(TIGHT, ems < TIGHT_EMS);
        root.pseudoClassStateChanged(COMPACT, ems < COMPACT_EMS);
        return ems < SLIM_EMS;
    }
}
