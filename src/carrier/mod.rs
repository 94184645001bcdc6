//! How a hand-off travels: one file, or a set of QR codes.
