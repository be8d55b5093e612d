package tincan.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Every FXML file. Each lies in the resources beside its controller's package.
public enum FxmlFile {
    START("start/start.fxml"), HOST_CARD("start/host-card.fxml"), JOIN_CARD("start/join-card.fxml"), PLACES(
            "start/places.fxml"), SETTINGS("settings/settings.fxml"), VOICE_SETTINGS(
                    "settings/voice-settings.fxml"), HELP("help/help.fxml"), BOTH_ENDS(
                            "bothends/both-ends.fxml"), SESSION("session/session.fxml"), CONVERSATION(
                                    "session/conversation.fxml"), COMPOSER("session/composer.fxml"), INVITATION(
                                            "session/invitation.fxml"), MEMBERS("session/members.fxml"), KNOCKS(
                                                    "session/knocks.fxml"), KNOCK("session/knock.fxml"), TALK_BAR(
                                                            "talk/talk-bar.fxml"), VOICE_BAR(
                                                                    "talk/voice-bar.fxml"), BANNERS(
                                                                            "session/banners.fxml"), LOCK(
                                                                                    "session/lock.fxml"), LOCK_PEER(
                                                                                            "session/lock-peer.fxml"), BARRED(
                                                                                                    "session/barred.fxml"), LOG(
                                                                                                            "log/log.fxml"), LOG_TABLE(
                                                                                                                    "log/log-table.fxml"), BYTES(
                                                                                                                            "bytes/bytes.fxml"), LADDER(
                                                                                                                                    "ladder/ladder.fxml"), NOTICE(
                                                                                                                                            "log/notice.fxml"), REPLAY(
                                                                                                                                                    "replay/replay.fxml"), LAB(
                                                                                                                                                            "lab/lab.fxml"), LESSON(
                                                                                                                                                                    "lab/lesson.fxml"), LAB_SERVER(
                                                                                                                                                                            "lab/server.fxml"), LAB_CLIENT(
                                                                                                                                                                                    "lab/client.fxml"), LAB_FAULTS(
                                                                                                                                                                                            "lab/faults.fxml");

    private final String path;

    FxmlFile(String path) {
        this.path = path;
    }

    /// Builds the nodes of this file, with `controller` as their controller. On the JavaFX thread.
    ///
    /// @param words the texts for the file's `%keys`
    public Parent load(ResourceBundle words, Object controller) {
        URL place = Objects.requireNonNull(FxmlFile.class.getResource(path), path);
        FXMLLoader loader = new FXMLLoader(place, words);
        loader.setControllerFactory(type -> type.cast(controller));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
