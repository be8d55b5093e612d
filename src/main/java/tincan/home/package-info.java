/// Where the program keeps files of its own, and the settings in them.
package tincan.home;
