//! A photo as a camera writes it: turned on its side, with the place and a description beside the pixels.
#![allow(dead_code, reason = "each test binary uses its own part")]

/// What the camera wrote beside the pixels.
pub const DESCRIPTION: &str = "Kichijoji-Minamicho 1-2-3, Haru at the clinic";

/// 400 by 300 pixels: red, green, blue and white quarters.
const PIXELS: &[u8] = include_bytes!("photo.jpg");

/// The photo with Exif 2.3 as phones write it: orientation 6 (shown 300 by 400), a description, a place in GPS,
/// and the description again as a comment.
pub fn photo() -> Vec<u8> {
    let (start, rest) = PIXELS.split_at(2);
    let exif = [b"Exif\0\0".as_slice(), &tiff()].concat();
    let segments = [segment(0xe1, &exif), segment(0xfe, DESCRIPTION.as_bytes())].concat();
    [start, &segments, rest].concat()
}

/// A PDF of one page with words in it.
pub fn pdf() -> Vec<u8> {
    let drawn = "BT /F1 24 Tf 40 100 Td (Hello paper) Tj ET";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{drawn}\nendstream", drawn.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&[&format!("{number} 0 obj\n"), object, "\nendobj\n"].concat());
    }
    let (table, places) = (pdf.len(), places.concat());
    let end = format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
    );
    pdf.push_str(&end);
    pdf.into_bytes()
}

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("a short segment");
    [&[0xff, marker], length.to_be_bytes().as_slice(), content].concat()
}

/// A TIFF of two directories, little-endian: what the picture shows, and where.
fn tiff() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut entry = tag.to_le_bytes().to_vec();
        entry.extend(kind.to_le_bytes());
        entry.extend(count.to_le_bytes());
        entry.extend(value);
        entry
    };
    let words = DESCRIPTION.len() as u32 + 1;
    // After the header, 3 entries and the next-directory mark.
    let description = 8 + 2 + 3 * 12 + 4;
    let gps = description + words;
    let degrees = gps + 2 + 2 * 12 + 4;
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    tiff.extend(entry(0x010e, 2, words, description.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, gps.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(DESCRIPTION.as_bytes());
    tiff.push(0);
    tiff.extend(2_u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, degrees.to_le_bytes()));
    tiff.extend([0; 4]);
    for (above, below) in [(35_u32, 1_u32), (42, 1), (1_234, 100)] {
        tiff.extend(above.to_le_bytes());
        tiff.extend(below.to_le_bytes());
    }
    tiff
}
