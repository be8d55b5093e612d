/// Two people, one line: chat on one network, and watch the connection while you do it.
@org.jspecify.annotations.NullMarked module tincan {
    requires static org.jspecify;
    requires java.desktop;
    requires java.logging;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires info.picocli;
    requires tools.jackson.core;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires org.dnsjava;
    requires com.google.zxing;
    requires org.commonmark;
    requires concentus;

    exports tincan to
            javafx.graphics;

    opens tincan to
            info.picocli;
    opens tincan.ui.bothends to
            javafx.fxml;
    opens tincan.ui.bytes to
            javafx.fxml;
    opens tincan.ui.control to
            javafx.fxml;
    opens tincan.ui.help to
            javafx.fxml;
    opens tincan.ui.lab to
            javafx.fxml;
    opens tincan.ui.settings to
            javafx.fxml;
    opens tincan.ui.talk to
            javafx.fxml;
    opens tincan.ui.start to
            javafx.fxml;
    opens tincan.ui.session to
            javafx.fxml;
    opens tincan.ui.line to
            javafx.fxml;
    opens tincan.ui.replay to
            javafx.fxml;
    opens tincan.ui.ladder to
            javafx.fxml;
    opens tincan.ui.log to
            javafx.fxml;
}
