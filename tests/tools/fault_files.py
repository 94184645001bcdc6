"""Made tests/golden/faults/v1 once from the kept example, one file a fault: python3 tests/tools/fault_files.py.

Never run again: what is kept there is read for ever (tests/opening.rs).
"""
import base64, json, pathlib

golden = pathlib.Path(__file__).parent.parent / "golden"
text = (golden / "handoff/v1/example.stepnote").read_text("utf-8")
code = (golden / "handoff/v1/example.code").read_text().strip()
to_office = (golden / "office/v1/example.stepnote").read_text("utf-8")
out = golden / "faults/v1"
out.mkdir(parents=True)
cases = []


def keep(name, content, with_code=code):
    content = content.encode("utf-8") if isinstance(content, str) else content
    (out / name).write_bytes(content)
    cases.append({"file": name, "code": with_code})


def b64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(data):
    return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4))


def with_member(name, change, checked=False):
    jwe = json.loads(text)
    jwe[name] = change(jwe[name])
    if not checked:
        del jwe["check"]
    return json.dumps(jwe, ensure_ascii=False, indent=1)


def with_header(change):
    def changed(protected):
        header = json.loads(unb64(protected))
        change(header)
        return b64(json.dumps(header, separators=(",", ":")).encode())

    return with_member("protected", changed)


def turned(at):
    def turn(data):
        data = bytearray(unb64(data))
        data[at] ^= 4
        return b64(bytes(data))

    return turn


# What mail and editors do to a file is no fault.
keep("01-whole.stepnote", text)
keep("02-line-ends-and-mark.stepnote", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
keep("03-without-check.stepnote", with_member("about", lambda about: about))
# The code.
keep("04-code-of-another.stepnote", text, "0000-0000-0000-0000-0098")
keep("05-code-with-a-wrong-digit.stepnote", text, str((int(code[0]) + 1) % 10) + code[1:])
# Something else, or a part.
keep("06-empty.stepnote", b"")
keep("07-spaces.stepnote", " \n" * 40)
keep("08-some-text.stepnote", "これはステップノートではありません。")
keep("09-photo.stepnote", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4)
keep("10-pdf.stepnote", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
keep("11-zip.stepnote", b"PK\x03\x04" + bytes(60))
keep("12-some-json.stepnote", '{"type": "FeatureCollection", "features": []}')
keep("13-cut-in-the-content.stepnote", text[: len(text) * 2 // 3])
keep("14-cut-in-the-head.stepnote", text[:300])
# Turned bits, found by the check; and put right by whoever turned them.
keep("15-content-damaged.stepnote", with_member("ciphertext", turned(100), checked=True))
keep("16-head-damaged.stepnote", with_member("encrypted_key", turned(3), checked=True))
keep("17-check-damaged.stepnote", with_member("check", lambda check: check[:-1] + ("A" if check[-1] != "A" else "B"), checked=True))
keep("18-content-altered.stepnote", with_member("ciphertext", turned(100)))
keep("19-tag-altered.stepnote", with_member("tag", turned(0)))
keep("20-nonce-altered.stepnote", with_member("iv", turned(0)))
keep("21-head-altered.stepnote", with_header(lambda header: header.update(x=1)))
# Lengths that cannot be.
keep("22-tag-too-short.stepnote", with_member("tag", lambda tag: b64(unb64(tag)[:8])))
keep("23-nonce-too-long.stepnote", with_member("iv", lambda iv: b64(unb64(iv) + b"\0")))
keep("24-salt-too-short.stepnote", with_header(lambda header: header.update(p2s=b64(b"salt"))))
# Work, algorithms, versions, others.
keep("25-too-many-rounds.stepnote", with_header(lambda header: header.update(p2c=2147483647)))
keep("26-too-few-rounds.stepnote", with_header(lambda header: header.update(p2c=1)))
keep("27-no-number-of-rounds.stepnote", with_header(lambda header: header.update(p2c="220000")))
keep("28-another-algorithm.stepnote", with_header(lambda header: header.update(alg="PBES2-HS256+A128KW")))
keep("29-no-algorithm.stepnote", with_header(lambda header: header.update(alg="none")))
keep("30-another-cipher.stepnote", with_header(lambda header: header.update(enc="A128CBC-HS256")))
keep("31-unknown-crit.stepnote", with_header(lambda header: header.update(crit=["b64"], b64=False)))
keep("32-packed.stepnote", with_header(lambda header: header.update(zip="DEF")))
keep("33-newer.stepnote", with_header(lambda header: header.update(cty=header["cty"].replace("v1", "v2"))))
keep("34-for-an-office.stepnote", to_office)
# Shapes that stop a careless reader.
keep("35-deep.stepnote", '{"protected":' * 20000 + "1" + "}" * 20000)
keep("36-protected-is-a-number.stepnote", with_member("protected", lambda _: 12))
keep("37-not-base64.stepnote", with_member("ciphertext", lambda _: "***"))
keep("38-twice-the-same-member.stepnote", text.replace('"about"', '"tag": "AAAAAAAAAAAAAAAAAAAAAA",\n"about"', 1))
keep("39-half-a-character.stepnote", text.encode()[:40] + b"\xe3\x81" + text.encode()[42:])
keep("40-zeros.stepnote", bytes(2000))
(out / "cases.json").write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n", "utf-8")
