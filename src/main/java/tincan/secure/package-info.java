/// What makes a session private: TLS with a certificate of this run, and three proofs of who is at the other end, each
/// bound to that one connection.
///
/// Read first: [SecureChannel], [Binding], [CodeProof].
package tincan.secure;
