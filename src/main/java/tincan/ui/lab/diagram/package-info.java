/// The calls of a server and a client as a picture that lights up while they are made.
///
/// Read first: [DiagramViewModel], [DiagramControl].
package tincan.ui.lab.diagram;
