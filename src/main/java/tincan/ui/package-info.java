/// The window: one FXML file, one controller and one view model a screen. A view model holds state and decisions and
/// knows no node; a controller binds and takes gestures; [FxGate] alone brings work onto the JavaFX thread.
///
/// Read first: [FxGate], [Batch].
package tincan.ui;
