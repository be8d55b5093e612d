package tincan.ui;

import tincan.session.Session;

/// A session that has been started, with what it has told since.
///
/// @param session in the room
/// @param feed got every event from its start on
public record OpenSession(Session session, SessionFeed feed) {}
