"""Makes tests/golden/pharmacy, once: the sample notebooks of invented people as CP932, and one of
them as three linked symbols drawn by segno 1.6.6, cut inside a character.

    pip install segno==1.6.6 && python3 tests/tools/pharmacy_symbols.py

The golden files are kept as they are; run this only to see how they came to be."""

import functools
import operator
import pathlib

from segno import encoder, make_qr, make_sequence

HERE = pathlib.Path(__file__).parent.parent / "golden" / "pharmacy"

A = """JAHISTC08,1
1,見本 はる,2,R020515,,,,,,,ﾐﾎﾝ ﾊﾙ
5,20260914,1
11,みほん薬局,13,4,9999991,,,,1
15,試験 薬子,,1
51,みほん小児クリニック,13,1,9999992,1
55,見本 太郎,小児科,1
201,1,アスベリン散１０％,0.3,g,1,,1,,,
201,1,ムコダインＤＳ５０％,1.2,g,1,,1,,,
281,1,混合,1
301,1,分3 毎食後,5,日分,1,1,,1
201,2,カロナール細粒２０％,0.9,g,1,,1,,,
291,2,38.5度以上のとき。6時間以上あける。,1
301,2,発熱時,5,回分,3,1,,1
501,次回受診時にお薬手帳をお持ちください。,1"""
B = """JAHISTC01
1,見本　はる,2,R020515
5,20260914
11,みほん病院,13,1,9999992
51,みほん病院,13,1,9999992
55,見本　太郎,小児科
201,1,☆カロナール細粒２０％,0.9,g,1,
301,1,発熱時,5,回分,3,1,
201,2,ﾑｺﾀﾞｲﾝDS50%,1.2,g,1,
301,2,１日３回　毎食後,7,日分,1,1,"""
C1 = """JAHISTC08,1
1,見本 はる,2,20200515,,,,,,,
5,R080914,1
11,みほん薬局,13,4,9999991,,,,1
51,みほん小児クリニック,13,1,9999992,1
55,見本 太郎,小児科,1
201,1,アスベリン散１０％,0.3,g,1,,1,,,
911,20260914000001,3,1"""
C2 = """JAHISTC08,1
201,1,ムコダインＤＳ５０％,1.2,g,1,,1,,,
301,1,分3 毎食後,5,日分,1,1,,1
201,2,カロナール細粒２０％,0.9,g,1,,1,,,
911,20260914000001,3,2"""
C3 = """JAHISTC08,1
301,2,発熱時,5,回分,3,1,,1
55,見本 花子,耳鼻咽喉科,1
201,3,リンデロン－ＶＧ軟膏０．１２％,5,g,1,,1,,,
301,3,1日2回 患部に塗布,1,調剤,5,1,,1
501,軟膏は1週間でやめる。,1
911,20260914000001,3,3"""
E = """JAHISTC04
1,見本　はる,2,R020515,,,,,,,
2,,,9
3,,,,9
4,,,9
5,20260914,1
11,みほん薬局,13,4,9999991,,,,1,
51,みほん医院,13,1,9999992,1
55,見本　太郎,
201,1,カロナール細粒２０％,0.9,g,1,
281,1,,1,
301,1,発熱時,5,回分,3,1,,1
911,,,"""
CUT = A[: -len("。,1")] + "。。.,1"


def cp932(text):
    return text.replace("\n", "\r\n").encode("cp932")


for name, text in {"a": A, "b": B, "c-1": C1, "c-2": C2, "c-3": C3, "e": E, "sacut": CUT}.items():
    (HERE / f"{name}.sjis").write_bytes(cp932(text))

# segno computes the parity of a text, not of these bytes.
encoder.calc_structured_append_parity = lambda content: functools.reduce(operator.xor, content)
linked = make_sequence(cp932(CUT), symbol_count=3, error="m", mode="byte", boost_error=False)
for at, symbol in enumerate(linked):
    symbol.save(str(HERE / f"sacut-{at}.pbm"), border=4)
for at, text in enumerate([C1, C2, C3], start=1):
    symbol = make_qr(cp932(text), error="m", mode="byte", boost_error=False)
    symbol.save(str(HERE / f"c-{at}.pbm"), border=4)
