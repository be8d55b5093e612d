package tincan.ui.session;
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.stage.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.*;
import tincan.session.*;
@ExtendWith(ApplicationExtension.class)
class PopDbgTest {
    SessionStand stand; FakeSession session;
    @Start void s(Stage st) { session = FakeSession.guest();
        session.securities.put(1, FakeSession.secured(Security.Level.NOT_COMPARED, "maple"));
        stand = new SessionStand(session, SessionStand.Look.DAY, 900, 700); st.setScene(stand.scene); st.show();
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE)); }
    @Test void t(FxRobot r) {
        r.clickOn("#lockButton"); r.interact(() -> { try { new tincan.ui.Png(tincan.ui.Screenshot.of(stand.scene)).write(java.nio.file.Path.of("/tmp/dbg/pop.png")); } catch (Exception e) { throw new IllegalStateException(e); } });
        for (Window w : Window.getWindows()) if (w instanceof PopupWindow p) {
            System.out.println("DBG sheets " + p.getScene().getStylesheets() + " ua " + p.getScene().getUserAgentStylesheet());
            for (Node n = r.lookup("#sameWordsButton").query(); n != null; n = n.getParent())
                System.out.println("DBG " + n.getClass().getSimpleName() + n.getStyleClass() + (n instanceof Parent q ? q.getStylesheets() : ""));
            Node b = r.lookup("#sameWordsButton").query();
            System.out.println("DBG bg " + ((Button) b).getBackground().getFills().get(0).getFill() + " pad " + ((Button) b).getPadding() + ((Button) b).getFont());
        }
    }
}
