/// Who may speak, and speaking, as a session's screen shows it: the switch between chat and walkie-talkie, the talk bar
/// with its lamp, its ring and its button, and what is heard.
///
/// Read first: [TalkViewModel], [FloorViewModel], [PushToTalk], [TalkBarController].
package tincan.ui.talk;
