package tincan.ui.log;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import tincan.text.Text;

/// What a log can be saved as, in a menu.
///
/// Owner: the JavaFX thread.
final class ExportMenu {
    private final SavingViewModel saving;
    private final Text text;

    ExportMenu(SavingViewModel saving, Text text) {
        this.saving = saving;
        this.text = text;
    }

    void fill(MenuButton button) {
        for (SaveAs as : SaveAs.values()) {
            if (as == SaveAs.DISSECTOR) {
                button.getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem();
            item.setId("save" + as.ending().replace('.', '-'));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> saving.save(as));
            saving.hidingProperty().subscribe(hiding -> item.setText(words(as, hiding)));
            button.getItems().add(item);
        }
    }

    private String words(SaveAs as, boolean hiding) {
        String words = text.of("log.save-as", as);
        return hiding && as.addressed() ? text.of("log.export.addressed", words) : words;
    }
}
