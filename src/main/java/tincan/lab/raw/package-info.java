/// The raw client and the raw server: what a person types is sent, what comes is shown, against anything.
///
/// Read first: [RawStream].
package tincan.lab.raw;
