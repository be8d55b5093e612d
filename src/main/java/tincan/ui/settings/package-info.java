/// The settings: each choice holds at once and is kept.
///
/// Read first: [SettingsController].
package tincan.ui.settings;
