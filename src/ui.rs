//! What is drawn and what is listened to.
