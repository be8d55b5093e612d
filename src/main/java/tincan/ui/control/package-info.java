/// Controls, and ways of controls, that more than one screen uses.
package tincan.ui.control;
