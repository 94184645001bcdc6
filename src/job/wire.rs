//! Jobs and answers as bytes.

use thiserror::Error;
use zeroize::Zeroizing;

use super::{Card, Carrier, Done, Failure, Job, Refusal};
use crate::{
    carrier::qr::{self, Density},
    envelope::{CardError, Code, Fresh},
    vault::{KdfParams, Profile},
};

/// Bytes that no side of ours has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a message of ours")]
pub struct Malformed;

impl Job {
    /// Writes the job.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Job::Derive { passphrase, params } => {
                out.push(0);
                bytes(&mut out, passphrase.as_bytes());
                let Profile { m_kib, t, p } = params.profile;
                for number in [m_kib, t, p] {
                    out.extend(number.to_le_bytes());
                }
                bytes(&mut out, &params.salt);
            }
            Job::Seal { bundle, code } => {
                out.push(1);
                bytes(&mut out, bundle);
                bytes(&mut out, code.as_str().as_bytes());
            }
            Job::Draw {
                address,
                envelope,
                density,
                serials,
            } => {
                out.push(2);
                bytes(&mut out, address.as_bytes());
                bytes(&mut out, envelope);
                out.push(
                    Density::ALL
                        .iter()
                        .position(|d| d == density)
                        .unwrap_or_default() as u8,
                );
                bytes(&mut out, serials);
            }
            Job::Read {
                width,
                height,
                still,
            } => {
                out.push(3);
                out.extend(width.to_le_bytes());
                out.extend(height.to_le_bytes());
                out.push(u8::from(*still));
            }
            Job::Open {
                carrier,
                envelope,
                code,
            } => {
                out.push(4);
                out.push(u8::from(*carrier == Carrier::Qr));
                bytes(&mut out, envelope);
                bytes(&mut out, code.as_ref().map_or("", Code::as_str).as_bytes());
            }
            Job::Symbol { message } => {
                out.push(7);
                bytes(&mut out, message);
            }
            Job::SealTo { bundle, office } => {
                out.push(5);
                bytes(&mut out, bundle);
                bytes(&mut out, office);
            }
            Job::OpenWith {
                carrier,
                envelope,
                key,
            } => {
                out.push(6);
                out.push(u8::from(*carrier == Carrier::Qr));
                bytes(&mut out, envelope);
                bytes(&mut out, &key[..]);
            }
            Job::MakeKey {
                address,
                minute,
                label,
                standing,
            } => {
                out.push(8);
                bytes(&mut out, address.as_bytes());
                out.extend(minute.to_le_bytes());
                bytes(&mut out, label.as_bytes());
                out.push(u8::from(*standing));
            }
            Job::Card { text, minute } => {
                out.push(9);
                bytes(&mut out, text.as_bytes());
                out.extend(minute.to_le_bytes());
            }
        }
        out
    }

    /// Reads a job.
    pub fn from_bytes(message: &[u8]) -> Result<Job, Malformed> {
        let mut from = Reader(message);
        let job = match from.byte()? {
            0 => Job::Derive {
                passphrase: Zeroizing::new(from.text()?),
                params: KdfParams {
                    profile: Profile {
                        m_kib: from.number()?,
                        t: from.number()?,
                        p: from.number()?,
                    },
                    salt: from.bytes()?.try_into().map_err(|_| Malformed)?,
                },
            },
            1 => Job::Seal {
                bundle: Zeroizing::new(from.bytes()?.to_vec()),
                code: Code::parse(&from.text()?).map_err(|_| Malformed)?,
            },
            2 => Job::Draw {
                address: from.text()?,
                envelope: from.bytes()?.to_vec(),
                density: *Density::ALL
                    .get(usize::from(from.byte()?))
                    .ok_or(Malformed)?,
                serials: from.bytes()?.to_vec(),
            },
            3 => Job::Read {
                width: from.number()?,
                height: from.number()?,
                still: from.byte()? == 1,
            },
            4 => Job::Open {
                carrier: from.carrier()?,
                envelope: from.bytes()?.to_vec(),
                code: match from.text()?.as_str() {
                    "" => None,
                    code => Some(Code::parse(code).map_err(|_| Malformed)?),
                },
            },
            7 => Job::Symbol {
                message: from.bytes()?.to_vec(),
            },
            5 => Job::SealTo {
                bundle: Zeroizing::new(from.bytes()?.to_vec()),
                office: from.bytes()?.try_into().map_err(|_| Malformed)?,
            },
            6 => Job::OpenWith {
                carrier: from.carrier()?,
                envelope: from.bytes()?.to_vec(),
                key: Zeroizing::new(from.bytes()?.try_into().map_err(|_| Malformed)?),
            },
            8 => Job::MakeKey {
                address: from.text()?,
                minute: from.number()?,
                label: from.text()?,
                standing: from.byte()? == 1,
            },
            9 => Job::Card {
                text: from.text()?,
                minute: from.number()?,
            },
            _ => return Err(Malformed),
        };
        from.end().map(|()| job)
    }
}

impl Done {
    /// Writes the answer.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Done::Key(key) => {
                out.push(0);
                out.extend(key.iter());
            }
            Done::Sealed { file, codes } => {
                out.push(1);
                bytes(&mut out, file);
                bytes(&mut out, codes.as_deref().unwrap_or_default());
            }
            Done::Drawn { side, paths } => {
                out.push(2);
                out.extend(side.to_le_bytes());
                out.extend((paths.len() as u32).to_le_bytes());
                for path in paths {
                    bytes(&mut out, path.as_bytes());
                }
            }
            Done::Codes(codes) => {
                out.push(3);
                out.extend((codes.len() as u32).to_le_bytes());
                for qr::Code {
                    bytes: says,
                    sequence,
                } in codes
                {
                    bytes(&mut out, says);
                    // Nothing is one of none.
                    let place =
                        sequence.map_or([0; 3], |place| [place.count, place.index, place.parity]);
                    out.extend(place);
                }
            }
            Done::Whole => out.push(4),
            Done::ForOffice { kid } => {
                out.push(7);
                bytes(&mut out, kid.as_bytes());
            }
            Done::Made { secret, text, card } => {
                out.push(8);
                out.extend(secret.iter());
                bytes(&mut out, text.as_bytes());
                write_card(&mut out, card);
            }
            Done::Card(card) => {
                out.push(9);
                write_card(&mut out, card);
            }
            Done::NoCard(why) => {
                out.push(10);
                out.push(place(&NO_CARD, why));
            }
            Done::Opened(bundle) => {
                out.push(5);
                bytes(&mut out, bundle);
            }
            Done::Failed(failure) => {
                out.push(6);
                out.push(match failure {
                    Failure::Memory => 254,
                    Failure::Impossible => 255,
                    Failure::Refused(refusal) => *refusal as u8,
                });
            }
        }
        out
    }

    /// Reads an answer.
    pub fn from_bytes(message: &[u8]) -> Result<Done, Malformed> {
        let mut from = Reader(message);
        let done = match from.byte()? {
            0 => Done::Key(Zeroizing::new(
                from.take(32)?.try_into().map_err(|_| Malformed)?,
            )),
            1 => Done::Sealed {
                file: from.bytes()?.to_vec(),
                codes: Some(from.bytes()?.to_vec()).filter(|codes| !codes.is_empty()),
            },
            2 => {
                let side = from.number()?;
                let count = from.number()?;
                Done::Drawn {
                    side,
                    paths: (0..count).map(|_| from.text()).collect::<Result<_, _>>()?,
                }
            }
            3 => {
                let count = from.number()?;
                Done::Codes((0..count).map(|_| from.code()).collect::<Result<_, _>>()?)
            }
            4 => Done::Whole,
            7 => Done::ForOffice { kid: from.text()? },
            8 => Done::Made {
                secret: Zeroizing::new(from.take(32)?.try_into().map_err(|_| Malformed)?),
                text: from.text()?,
                card: from.card()?,
            },
            9 => Done::Card(from.card()?),
            10 => {
                let number = usize::from(from.byte()?);
                Done::NoCard(*NO_CARD.get(number).ok_or(Malformed)?)
            }
            5 => Done::Opened(Zeroizing::new(from.bytes()?.to_vec())),
            6 => Done::Failed(match from.byte()? {
                254 => Failure::Memory,
                255 => Failure::Impossible,
                number => {
                    let refusal = Refusal::ALL.get(usize::from(number));
                    Failure::Refused(*refusal.ok_or(Malformed)?)
                }
            }),
            _ => return Err(Malformed),
        };
        from.end().map(|()| done)
    }
}

/// In the order of their numbers on the wire.
const NO_CARD: [CardError; 4] = [
    CardError::NotACard,
    CardError::TooNew,
    CardError::Label,
    CardError::Key,
];
const FRESH: [Fresh; 3] = [Fresh::Yes, Fresh::Old, Fresh::Ahead];

fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    let place = all.iter().position(|other| other == one);
    place.unwrap_or_default() as u8
}

fn write_card(out: &mut Vec<u8>, card: &Card) {
    out.extend(card.key);
    for text in [&card.kid, &card.label, &card.digits] {
        bytes(out, text.as_bytes());
    }
    out.push(u8::from(card.standing));
    out.push(place(&FRESH, &card.fresh));
}

fn bytes(out: &mut Vec<u8>, field: &[u8]) {
    out.extend((field.len() as u32).to_le_bytes());
    out.extend(field);
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Malformed)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Malformed> {
        self.take(1).map(|byte| byte[0])
    }

    fn carrier(&mut self) -> Result<Carrier, Malformed> {
        let codes = self.byte()? == 1;
        Ok(if codes { Carrier::Qr } else { Carrier::File })
    }

    fn number(&mut self) -> Result<u32, Malformed> {
        let four = self.take(4)?.try_into().map_err(|_| Malformed)?;
        Ok(u32::from_le_bytes(four))
    }

    fn bytes(&mut self) -> Result<&'a [u8], Malformed> {
        let count = self.number()? as usize;
        self.take(count)
    }

    fn text(&mut self) -> Result<String, Malformed> {
        String::from_utf8(self.bytes()?.to_vec()).map_err(|_| Malformed)
    }

    fn card(&mut self) -> Result<Card, Malformed> {
        Ok(Card {
            key: self.take(33)?.try_into().map_err(|_| Malformed)?,
            kid: self.text()?,
            label: self.text()?,
            digits: self.text()?,
            standing: self.byte()? == 1,
            fresh: *FRESH.get(usize::from(self.byte()?)).ok_or(Malformed)?,
        })
    }

    fn code(&mut self) -> Result<qr::Code, Malformed> {
        let bytes = self.bytes()?.to_vec();
        let [count, index, parity] = self.take(3)?.try_into().map_err(|_| Malformed)?;
        let sequence = (count > 0).then_some(qr::Sequence {
            index,
            count,
            parity,
        });
        Ok(qr::Code { bytes, sequence })
    }

    fn end(self) -> Result<(), Malformed> {
        self.0.is_empty().then_some(()).ok_or(Malformed)
    }
}
