package tincan.ui.start;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Two cards of the same size beside each other, or under each other where the width is too small for both.
public final class CardPair extends GridPane {
    private boolean stacked;

    public CardPair() {
        getStyleClass().add("card-pair");
        arrange();
        getChildren().addListener((ListChangeListener<Node>) _ -> arrange());
        widthProperty().subscribe(_ -> check());
    }

    /// One card's, for they can stand under each other.
    @Override
    protected double computeMinWidth(double height) {
        return getChildren().stream().mapToDouble(card -> card.minWidth(height)).max().orElse(0);
    }

    private void check() {
        double cards = getChildren().stream().mapToDouble(card -> card.minWidth(-1)).sum();
        double needed = cards + getHgap() * (getChildren().size() - 1);
        boolean tooNarrow = getWidth() > 0 && getWidth() < needed;
        if (tooNarrow != stacked) {
            stacked = tooNarrow;
            arrange();
        }
    }

    private void arrange() {
        int columns = stacked ? 1 : getChildren().size();
        getColumnConstraints().clear();
        for (int i = 0; i < getChildren().size(); i++) {
            Node card = getChildren().get(i);
            setConstraints(card, stacked ? 0 : i, stacked ? i : 0);
            setHgrow(card, Priority.ALWAYS);
            setVgrow(card, Priority.ALWAYS);
        }
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
    }
}
