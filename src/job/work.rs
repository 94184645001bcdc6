//! The work itself: pure, so that the host tests run the very code the worker runs.

use super::{Card, Carrier, Done, Failure, Job, Refusal};
use crate::{
    carrier::{
        card::{card_to_text, text_to_card},
        qr::{self, Rgba},
    },
    envelope::{self, KeyCard, LONGEST_LABEL, OfficeKey, OpenError, PublicKey, SealError, Sealed},
    vault,
};

/// Does a job, with the pixels that come beside it.
pub fn work(job: Job, pixels: Rgba<'_>, random: &mut dyn FnMut(&mut [u8])) -> Done {
    let done = match job {
        Job::Derive { passphrase, params } => derive(&passphrase, &params),
        Job::Seal { bundle, code } => seal(&bundle, &code, random),
        Job::Draw {
            address,
            envelope,
            density,
            serials,
        } => draw(&address, &envelope, density, &serials),
        Job::Symbol { message } => symbol(&message),
        Job::Read {
            width,
            height,
            still,
        } => {
            let codes = qr::read_rgba(pixels, width as usize, height as usize, still);
            Ok(Done::Codes(codes))
        }
        Job::Open {
            carrier,
            envelope,
            code,
        } => open(carrier, &envelope, code.as_ref()),
        Job::SealTo { bundle, office } => seal_to(&bundle, &office, random),
        Job::MakeKey {
            address,
            minute,
            label,
            standing,
        } => make_key(&address, minute, label, standing, random),
        Job::Card { text, minute } => Ok(match text_to_card(&text) {
            Ok(card) => Done::Card(known(&card, minute)),
            Err(why) => Done::NoCard(why),
        }),
        Job::OpenWith {
            carrier,
            envelope,
            key,
        } => open_with(carrier, &envelope, &key),
    };
    done.unwrap_or_else(Done::Failed)
}

fn derive(passphrase: &str, params: &vault::KdfParams) -> Result<Done, Failure> {
    let kek = vault::derive_kek(passphrase, params).map_err(|error| match error {
        vault::VaultError::Memory => Failure::Memory,
        _ => Failure::Impossible,
    })?;
    Ok(Done::Key(zeroize::Zeroizing::new(*kek.expose())))
}

fn seal(
    bundle: &[u8],
    code: &envelope::Code,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Done, Failure> {
    sealed(envelope::seal_both(bundle, code, random))
}

fn sealed(both: Result<(Sealed, Option<Sealed>), SealError>) -> Result<Done, Failure> {
    let (file, codes) = both.map_err(|_| Failure::Impossible)?;
    Ok(Done::Sealed {
        file: file.to_file().into_bytes(),
        codes: codes.and_then(|codes| codes.to_bin().ok()),
    })
}

fn draw(
    address: &str,
    envelope: &[u8],
    density: qr::Density,
    serials: &[u8],
) -> Result<Done, Failure> {
    let impossible = |_: qr::Unfit| Failure::Impossible;
    let set = qr::split(envelope, address.len(), density).map_err(impossible)?;
    let mut side = 0;
    let mut paths = Vec::with_capacity(serials.len());
    for &n in serials {
        let symbol = qr::draw(address, &set.frame(n), density).map_err(impossible)?;
        side = symbol.side() as u32;
        paths.push(symbol.to_svg_path());
    }
    Ok(Done::Drawn { side, paths })
}

fn symbol(message: &[u8]) -> Result<Done, Failure> {
    let symbol = qr::draw_bytes(message).map_err(|_| Failure::Impossible)?;
    Ok(Done::Drawn {
        side: symbol.side() as u32,
        paths: vec![symbol.to_svg_path()],
    })
}

fn open(carrier: Carrier, envelope: &[u8], code: Option<&envelope::Code>) -> Result<Done, Failure> {
    let sealed = parse(carrier, envelope)?;
    let office = sealed.for_office().map(str::to_owned);
    match (code, office) {
        (None, None) => Ok(Done::Whole),
        (None, Some(kid)) => Ok(Done::ForOffice { kid }),
        (Some(code), _) => sealed.open(code).map(Done::Opened).map_err(refused),
    }
}

fn make_key(
    address: &str,
    minute: u32,
    mut label: String,
    standing: bool,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Done, Failure> {
    while label.len() > LONGEST_LABEL {
        label.pop();
    }
    let key = OfficeKey::make(random).map_err(|_| Failure::Impossible)?;
    let card = KeyCard::new(key.public(), minute, &label, standing);
    let card = card.map_err(|_| Failure::Impossible)?;
    Ok(Done::Made {
        secret: key.expose(),
        text: card_to_text(address, &card),
        card: known(&card, minute),
    })
}

/// A card as the page knows it.
fn known(card: &KeyCard, minute: u32) -> Card {
    Card {
        key: card.key.to_bytes(),
        kid: card.key.kid(),
        label: card.label.clone(),
        standing: card.standing,
        fresh: card.fresh(minute),
        digits: if card.standing {
            card.fingerprint()
        } else {
            card.digits()
        },
    }
}

fn seal_to(
    bundle: &[u8],
    office: &[u8; 33],
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<Done, Failure> {
    let office = PublicKey::from_bytes(office).ok_or(Failure::Impossible)?;
    sealed(envelope::seal_to(bundle, office, random))
}

fn open_with(carrier: Carrier, envelope: &[u8], key: &[u8; 32]) -> Result<Done, Failure> {
    let key = OfficeKey::from_bytes(key).ok_or(Failure::Impossible)?;
    let opened = parse(carrier, envelope)?.open_with(&key);
    opened.map(Done::Opened).map_err(refused)
}

fn parse(carrier: Carrier, envelope: &[u8]) -> Result<Sealed, Failure> {
    let sealed = match carrier {
        Carrier::File => envelope::parse_file(envelope),
        Carrier::Qr => envelope::parse_bin(envelope),
    };
    sealed.map_err(refused)
}

fn refused(error: OpenError) -> Failure {
    Failure::Refused(Refusal::from(error))
}
