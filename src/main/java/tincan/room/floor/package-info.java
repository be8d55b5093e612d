/// The floor of a room where one speaks at a time, pure: who may, who waits, and for how long. The names are those of
/// 3GPP TS 24.380. Nothing here reads a clock or sends anything: an event and the time go in, what follows comes out.
package tincan.room.floor;
