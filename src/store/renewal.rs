//! Photos and PDFs get new keys, after everything else got them: one after the other, while the person
//! watches. Whatever ends it, the next time goes on where it was.

use zeroize::Zeroizing;

use super::{
    Session, papers,
    papers::{Unkept, Unshown},
    twin,
};
use crate::{
    answer::Attachment,
    attachment::{self, Copied, Layout, Lying, Part, SECRET},
    browser::{
        database::{Database, PAPERS},
        subtle::Sealer,
    },
    renewal,
    vault::{ChildId, SaveError},
};

/// How many photos and PDFs still have the keys of before.
pub fn left(session: Session) -> usize {
    all_left(session).len()
}

/// Takes the marks away where nothing is left to be done.
pub fn end(session: Session) {
    let marked = session.with_open(|vault| !vault.renewing().is_empty());
    if marked.unwrap_or_default() {
        // Where that fails, the next time does it.
        let _ = session.try_vault(|vault, random| vault.end_renewal(random));
    }
}

fn all_left(session: Session) -> Vec<(ChildId, Attachment)> {
    // Practice has none, and they are nobody's while the vault is locked.
    let left = session
        .vault_name()
        .and_then(|_| session.with_open(renewal::left));
    left.unwrap_or_default()
}

/// Goes on until none is left, it is to stop or the vault is locked; `told` is given the share that
/// is done, in hundredths. No note may lie on the desk meanwhile.
pub async fn go_on(session: Session, told: &dyn Fn(u32)) -> Result<(), Unkept> {
    let all = all_left(session);
    let total: u64 = all.iter().map(|(_, paper)| paper.size).sum();
    let mut done = 0;
    for (child, paper) in all {
        if session.renewal().stops() || !session.is_open_untracked() {
            return Ok(());
        }
        let share = |bytes: u64| told(((done + bytes) * 100 / total.max(1)).min(100) as u32);
        renew(session, &child, &paper, &share).await?;
        done += paper.size;
    }
    let end = |session: Session| session.try_vault(|vault, random| vault.end_renewal(random));
    again_if_changed(session, end)?;
    tidy(session).await;
    Ok(())
}

async fn renew(
    session: Session,
    child: &ChildId,
    paper: &Attachment,
    told: &dyn Fn(u64),
) -> Result<(), Unkept> {
    let vault = session.vault_name().ok_or(Unkept::NoStore)?;
    let mut secret = Zeroizing::new([0; SECRET]);
    session.random(&mut *secret);
    let anew = attachment::under_new_key(paper, &secret);
    let database = Database::open().await?;
    let from = Place::of(&database, paper, &vault).await?;
    let to = Place::of(&database, &anew, &vault).await?;
    let so_far = std::cell::Cell::new(0);
    let count = |bytes| {
        so_far.set(so_far.get() + bytes);
        told(so_far.get());
    };
    let copied = attachment::copy(&from, &to, paper.size, &count).await;
    if copied != Ok(Copied::Whole) {
        // What cannot be removed now is spare, and tidied up later.
        let _ = database.remove(&anew.id).await;
    }
    let switched = match copied? {
        Copied::Whole => {
            let switch = |session: Session| {
                session
                    .try_vault(|vault, random| renewal::switch(vault, child, paper, &anew, random))
            };
            again_if_changed(session, switch)
        }
        // What does not open has nothing to be kept from anybody.
        Copied::Unopened => {
            let pass_over = |session: Session| {
                session.try_vault(|vault, random| vault.pass_over(child, &[&paper.id], random))
            };
            again_if_changed(session, pass_over)
        }
        Copied::Lost => Err(Unkept::Lost),
    };
    switched?;
    tidy(session).await;
    Ok(())
}

/// Only what is named by nothing that could come back may go.
async fn tidy(session: Session) {
    if twin::reaches_the_disk().await {
        papers::tidy_up(session).await;
    }
}

/// Another tab has written: once more, upon what stands there now.
fn again_if_changed(
    session: Session,
    act: impl Fn(Session) -> Result<(), SaveError>,
) -> Result<(), Unkept> {
    let mut done = act(session);
    if done == Err(SaveError::Changed) && session.renew().is_ok() {
        done = act(session);
    }
    done.map_err(|error| match error {
        SaveError::Full => Unkept::Full,
        _ => Unkept::Lost,
    })
}

/// A paper in this browser's database.
struct Place<'a> {
    database: &'a Database,
    layout: Layout,
    sealer: Sealer,
    vault: &'a str,
}

impl<'a> Place<'a> {
    async fn of(
        database: &'a Database,
        paper: &Attachment,
        vault: &'a str,
    ) -> Result<Place<'a>, Unkept> {
        Ok(Place {
            database,
            layout: Layout::of(paper).map_err(|_| Unkept::Lost)?,
            sealer: papers::sealer(paper).await.map_err(|_| Unkept::NoStore)?,
            vault,
        })
    }
}

impl Lying for Place<'_> {
    type Why = Unkept;

    async fn part(&self, part: Part) -> Result<Option<Zeroizing<Vec<u8>>>, Unkept> {
        let open = papers::part(self.database, &self.layout, &self.sealer, part).await;
        open.map_err(|why| match why {
            Unshown::TooNew => Unkept::TooNew,
            Unshown::Missing | Unshown::Damaged | Unshown::NoStore => Unkept::Lost,
        })
    }

    async fn put(&self, part: Part, open: &[u8]) -> Result<(), Unkept> {
        papers::put(self.database, &self.layout, &self.sealer, part, open).await
    }

    async fn finish(&self) -> Result<(), Unkept> {
        let head = self.layout.head(self.vault);
        let id = self.layout.id();
        Ok(self.database.put(PAPERS, id, &head).await?)
    }

    async fn is_finished(&self) -> Result<bool, Unkept> {
        let head = self.database.get(PAPERS, self.layout.id()).await?;
        Ok(head.is_some_and(|head| self.layout.check(&head).is_ok()))
    }
}
