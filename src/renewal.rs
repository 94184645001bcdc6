//! New keys for photos and PDFs, once every other key was made anew.
//!
//! One paper after the other, each in three steps, and whatever is interrupted is taken up where it
//! was: a copy under a new key is [made](crate::attachment::copy) and read back; the note names it in
//! the place of the other, with one save; when nothing names the other any more, it goes.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use crate::{
    answer::Attachment,
    attachment::{self, Layout},
    vault::{ChildId, SaveError, Shelf, Vault},
};

/// The papers that are to get a new key, and whose they are.
pub fn left<S: Shelf>(vault: &Vault<S>) -> Vec<(ChildId, Attachment)> {
    let mut left = Vec::new();
    for (child, done) in vault.renewing() {
        let mut papers: Vec<Attachment> = Vec::new();
        for copy in copies(vault, &child) {
            let Ok(note) = serde_json::from_slice::<Map<String, Value>>(&copy) else {
                continue;
            };
            papers.extend(attachment::papers_in(&note));
        }
        papers.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        papers.dedup_by(|one, other| one.id == other.id);
        // Of what a newer version names in its own way, nothing is known to copy it by.
        papers.retain(|paper| !done.contains(&paper.id) && Layout::of(paper).is_ok());
        left.extend(papers.into_iter().map(|paper| (child.clone(), paper)));
    }
    left
}

/// Every copy of a child's record that opens.
fn copies<S: Shelf>(vault: &Vault<S>, child: &ChildId) -> Vec<Zeroizing<Vec<u8>>> {
    let now = vault.load(child).ok().map(|loaded| loaded.bytes);
    let past = vault.revisions(child).into_iter();
    let past = past.filter_map(|past| vault.revision(child, past.revision));
    now.into_iter().chain(past).collect()
}

/// Names the copy in the place of the paper it is of.
pub fn switch<S: Shelf>(
    vault: &mut Vault<S>,
    child: &ChildId,
    from: &Attachment,
    to: &Attachment,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(), SaveError> {
    let change =
        |note: &[u8]| attachment::exchanged(note, from, to).unwrap_or_else(|_| note.to_vec());
    vault.rewrite(child, &change, &[&to.id], random)
}
