/// Networks that a test makes for itself.
package tincan.net;
