package tincan.ui.start;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.ui.Nearby.NearbySession;
import tincan.ui.Resumable;
import tincan.ui.control.Visibility;

/// Binds what stands below the cards: the session of last time, and those found on this network.
final class PlacesController {
    /// So many rows show without scrolling.
    private static final int MOST_ROWS = 4;
    private static final double ROW_EMS = 3.6;

    private final NearbyViewModel nearby;
    private final ResumeViewModel resume;
    private final JoinViewModel join;
    private final Text text;

    @FXML
    private HBox resumeRow;
    @FXML
    private Label resumeTitle;
    @FXML
    private Label resumeAbout;
    @FXML
    private Button resumeButton;
    @FXML
    private Label nearbyStatus;
    @FXML
    private ListView<NearbySession> nearbyList;

    PlacesController(NearbyViewModel nearby, ResumeViewModel resume, JoinViewModel join, Text text) {
        this.nearby = nearby;
        this.resume = resume;
        this.join = join;
        this.text = text;
    }

    @FXML
    private void initialize() {
        resume.offerProperty().subscribe(this::show);
        Visibility.tell(nearbyStatus, nearby.statusProperty());
        nearbyList.setItems(nearby.rows());
        nearbyList.setCellFactory(_ -> new NearbyCell(text, join::join));
        nearbyList.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        nearbyList.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        nearbyList.disableProperty().bind(join.busyProperty());
        nearby.heldProperty().bind(nearbyList.hoverProperty());
        nearbyList.focusedProperty().subscribe(this::chooseFirst);
        Visibility.follow(nearbyList, Bindings.isNotEmpty(nearby.rows()));
        nearbyStatus.fontProperty().subscribe(font -> fit(font.getSize()));
    }

    private void fit(double em) {
        nearbyList.setFixedCellSize(Math.ceil(em * ROW_EMS));
        nearbyList.prefHeightProperty().bind(Bindings.size(nearby.rows()).map(
                rows -> Math.min(MOST_ROWS, rows.intValue()) * nearbyList.getFixedCellSize() + 2));
    }

    /// The arrow keys begin somewhere.
    private void chooseFirst(boolean focused) {
        if (focused && nearbyList.getSelectionModel().isEmpty()) {
            nearbyList.getSelectionModel().selectFirst();
        }
    }

    private void show(Optional<Resumable> offer) {
        Visibility.set(resumeRow, offer.isPresent());
        offer.ifPresent(last -> {
            resumeTitle.setText(text.of("start.resume.title", Printable.line(last.title())));
            resumeAbout.setText(resume.about(last));
            resumeButton.setAccessibleText(resumeTitle.getText());
        });
    }

    private void clicked(MouseEvent click) {
        if (click.getClickCount() == 2) {
            joinChosen();
        }
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            joinChosen();
            key.consume();
        }
    }

    private void joinChosen() {
        NearbySession chosen = nearbyList.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            join.join(chosen);
        }
    }

    @FXML
    private void resume() {
        resume.resume();
    }

    @FXML
    private void discard() {
        resume.discard();
    }
}
