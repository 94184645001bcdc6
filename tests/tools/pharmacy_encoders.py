"""Makes the symbols of sample F in tests/golden/pharmacy, once: linked ones drawn by libqrencode and
by zint, two encoders that share no code with each other, with segno or with ours.

    apt-get install qrencode zint && pip install pillow && python3 tests/tools/pharmacy_encoders.py

qrencode 4.1.1 cuts the bytes by itself and computes the parity; zint 2.11.1 is given three pieces,
the cuts inside a character, and the parity. The golden files are kept as they are; run this only to
see how they came to be."""

import functools
import operator
import pathlib
import subprocess
import tempfile

from PIL import Image

HERE = pathlib.Path(__file__).parent.parent / "golden" / "pharmacy"

F = """JAHISTC07,1
1,髙﨑　陽向,1,R020903,1800001,東京都武蔵野市見本町１－２－３,0422-00-0000,,A,18.5,ﾀｶｻｷ ﾋﾅﾀ
2,1,卵（くわしくは主治医に）,1
3,みほんうがい薬㈱,20260701,20260705,2
4,粉薬はゼリーで飲む。,20260901,2
5,R081010,1
11,みほん薬局①号店,13,4,9999991,1800001,東京都武蔵野市見本町４,0422-00-0001,1
15,試験　薬子,,1
51,みほん小児クリニック,13,1,0000012,1
55,見本　太郎,小児科,1
201,1,モンテルカスト細粒４㎎,1,包,4,4490026C1021,1
301,1,1日1回　寝る前,14,日分,1,1,,1
391,1,むし歯にならないよう、あとで歯をみがく。,1
201,2,ソフト軟膏能予表,25,g,1,,1
301,2,1日2回　すりこまず、ぬる,1,調剤,5,1,,1
421,残薬なし,1
501,来月もお薬手帳をお持ちください。,1
5,20260801,1
11,みほん薬局①号店,13,4,9999991,,,,1
51,みほん耳鼻咽喉科,13,1,0000013,1
55,見本　花子,耳鼻咽喉科,1
201,1,カロナール錠２００,1,錠,1,,1
301,1,頭痛時　4時間以上あける,10,回分,3,1,,1
601,2回飲んだ。,20260803
701,試験　薬子,みほん薬局①号店,,20260101,,1"""


def pbm(picture, name, quiet):
    """One pixel a module, `quiet` light ones around."""
    inner = picture.convert("1")
    side = inner.width + 2 * quiet
    sheet = Image.new("1", (side, side), 1)
    sheet.paste(inner, (quiet, quiet))
    sheet.save(HERE / name)


whole = F.replace("\n", "\r\n").encode("cp932")
(HERE / "f.sjis").write_bytes(whole)
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "f").write_bytes(whole)
    options = ["-8", "-S", "-v", "11", "-l", "M", "-s", "1", "-m", "4"]
    subprocess.run(["qrencode", *options, "-r", folder / "f", "-o", folder / "q.png"], check=True)
    for at, made in enumerate(sorted(folder.glob("q-*.png"))):
        pbm(Image.open(made), f"f-qrencode-{at}.pbm", 0)

    middle = [whole.index("寝る前".encode("cp932")) + 1, whole.index("見本　花子".encode("cp932")) + 3]
    pieces = [whole[: middle[0]], whole[middle[0] : middle[1]], whole[middle[1] :]]
    parity = functools.reduce(operator.xor, whole)
    for at, piece in enumerate(pieces):
        (folder / "piece").write_bytes(piece)
        place = f"--structapp={at + 1},3,{parity}"
        options = ["-b", "QRCODE", "--binary", "--secure=1", "--scale=0.5", place]
        made = folder / "z.png"
        subprocess.run(["zint", *options, "-i", folder / "piece", "-o", made], check=True)
        pbm(Image.open(made), f"f-zint-{at}.pbm", 4)
