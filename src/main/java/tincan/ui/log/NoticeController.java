package tincan.ui.log;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.ui.control.Visibility;

/// The line below the log's bar that tells how a file was saved, or asks whether it is to be.
public final class NoticeController {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final SavingViewModel saving;

    @FXML
    private HBox logNotice;
    @FXML
    private FontIcon logNoticeIcon;
    @FXML
    private Label logNoticeWords;
    @FXML
    private Button logNoticeSave;
    @FXML
    private Button logNoticeCancel;
    @FXML
    private Button logNoticeClose;

    NoticeController(SavingViewModel saving) {
        this.saving = saving;
    }

    @FXML
    private void initialize() {
        saving.noticeProperty().subscribe(this::show);
        logNotice.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                saving.dismiss();
                key.consume();
            }
        });
    }

    private void show(Notice notice) {
        boolean question = notice.kind() == Notice.Kind.QUESTION;
        Visibility.set(logNotice, notice.kind() != Notice.Kind.NONE);
        Visibility.set(logNoticeSave, question);
        Visibility.set(logNoticeCancel, question);
        Visibility.set(logNoticeClose, !question);
        logNotice.pseudoClassStateChanged(FAILED, notice.kind() == Notice.Kind.FAILED);
        logNoticeWords.setText(notice.words());
        logNoticeSave.setAccessibleHelp(notice.words());
        logNoticeIcon.setIconLiteral(switch (notice.kind()) {
            case NONE, UNDER_WAY -> "fth-download";
            case DONE -> "fth-check";
            case FAILED -> "fth-alert-circle";
            case QUESTION -> "fth-lock";
        });
        if (question) {
            logNoticeSave.requestFocus();
        }
    }

    @FXML
    private void agree() {
        saving.agree();
    }

    @FXML
    private void dismiss() {
        saving.dismiss();
    }
}
