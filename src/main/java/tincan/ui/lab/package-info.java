/// The lab in the window: a card a lesson, and each lesson's server and client live on one screen.
///
/// Read first: [LessonViewModel], [ServerViewModel], [ClientViewModel], [LessonScreen].
package tincan.ui.lab;
