//! What the tests about the whole share.

pub mod tree;
