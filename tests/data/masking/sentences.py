"""Sentences with an identifier in them, made by chance: kinds × spellings × languages. The same for the same seed."""

from collections.abc import Callable
from random import Random

WORDS = {
    "id": ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
    "ko": ["kosong", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "jv": ["nol", "siji", "loro", "telu", "papat", "lima", "enem", "pitu", "wolu", "sanga"],
    "su": ["nol", "hiji", "dua", "tilu", "opat", "lima", "genep", "tujuh", "dalapan", "salapan"],
}
AROUND = [
    "{} mohon dicek",
    "tolong {} ya",
    "Data saya: {}",
    "{}",
    "({})",
    "Min, {} belum masuk daftar.",
    "sudah saya kirim {}, belum dibalas",
    "kemarin jam 08.30 saya setor {} ke balai desa",
    "Bantuan Rp 600.000 belum cair. {}",
    "{} sejak 12 Maret 2025 tidak ada kabar",
    "Please check {} again",
    "I already gave {} to the officer",
    "{} nyuwun dipun pirsani",
    "kula sampun nyerat {} wonten kertas",
    "{} mangga dicek deui",
    "punten, {} lepat",
    "anak saya 3 orang, {}",
    "{}\ttolong diperbaiki",
    "Dari 24 KK hanya saya yang belum. {}!",
    "1. {} 2. airnya keruh",
    "“{}”",
    "{} / 2 kali lapor",
    "Pak Lurah, {}",
    "Bu Bidan minta {} tapi ditolak",
    "mbak {} salah ketik 1 angka",
]


def spelled(digits: str, random: Random, groups: list[int] | None = None) -> str:
    """The digits as somebody might write them: grouped, with any signs, with O for 0, in words of four languages."""
    way = random.choice(
        ["plain", "plain", "grouped", "grouped", "grouped", "single", "words", "words", "mixed", "letters", "wide"]
    )
    if way == "plain":
        return digits
    if way == "letters":
        return digits.replace("0", random.choice("Oo")) if digits[1:].count("0") else digits
    if way == "single":
        return random.choice([" ", "-", ".", "  "]).join(digits)
    if way in ("words", "mixed"):
        table = WORDS[random.choice(list(WORDS))]
        said = [table[int(digit)] if way == "words" or random.random() < 0.6 else digit for digit in digits]
        return random.choice([" ", " ", ", ", "-", "  "]).join(said)
    sign = random.choice(
        [" ", "-", ".", "–", " - ", "_", "  ", "/"] if way == "grouped" else ["   ", " . ", " – ", "•", "*"]
    )
    return sign.join(_cut(digits, groups or _some_groups(len(digits), random)))


def _cut(digits: str, groups: list[int]) -> list[str]:
    parts, place = [], 0
    for length in groups:
        parts.append(digits[place : place + length])
        place += length
    return [part for part in [*parts, digits[place:]] if part]


def _some_groups(length: int, random: Random) -> list[int]:
    groups = []
    while sum(groups) < length:
        groups.append(random.choice([2, 3, 4, 4, 4, 5, 6]))
    return groups


def _digits(random: Random, count: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(count))


def _nik(random: Random) -> str:
    province = random.choice(
        [
            "11",
            "12",
            "13",
            "14",
            "15",
            "16",
            "17",
            "18",
            "19",
            "21",
            "31",
            "32",
            "33",
            "34",
            "35",
            "36",
            "51",
            "52",
            "53",
            "61",
            "62",
            "63",
            "64",
            "65",
            "71",
            "72",
            "73",
            "74",
            "75",
            "76",
            "81",
            "82",
            "91",
            "92",
        ]
    )
    day = random.randint(1, 31) + random.choice([0, 40])
    place = f"{province}{random.randint(1, 79):02}{random.randint(1, 30):02}"
    return f"{place}{day:02}{random.randint(1, 12):02}{random.randint(0, 99):02}{random.randint(1, 9999):04}"


def _labelled(labels: str, value: str, random: Random) -> tuple[str, str]:
    label = random.choice(labels.split("|"))
    glue = random.choice(
        [" ", ": ", " : ", ":", " saya ", " nya ", " = ", " no. ", " nomor ", " adalah ", " yang benar ", " (", " is "]
    )
    return (f"{label}{glue}{value}" + (")" if "(" in glue else "")), value


def nik(random: Random) -> tuple[str, str]:
    value = spelled(_nik(random), random)
    return (
        (value, value)
        if random.random() < 0.3
        else _labelled("NIK|nik|No KTP|KTP|ktp|Nomor Induk Kependudukan|national ID", value, random)
    )


def kk(random: Random) -> tuple[str, str]:
    return _labelled("KK|no kk|Nomor KK|kartu keluarga|NoKK", spelled(_nik(random), random), random)


def npwp(random: Random) -> tuple[str, str]:
    digits = _digits(random, random.choice([15, 16]))
    if random.random() < 0.5:
        digits = _digits(random, 15)
        dotted = f"{digits[:2]}.{digits[2:5]}.{digits[5:8]}.{digits[8]}-{digits[9:12]}.{digits[12:]}"
        return (dotted, dotted) if random.random() < 0.5 else _labelled("NPWP|npwp", dotted, random)
    return _labelled("NPWP|npwp|Nomor NPWP|tax number", spelled(digits, random), random)


def telephone(random: Random) -> tuple[str, str]:
    rest = random.choice(
        [
            "11",
            "12",
            "13",
            "14",
            "15",
            "16",
            "17",
            "18",
            "19",
            "21",
            "22",
            "23",
            "31",
            "38",
            "51",
            "52",
            "53",
            "55",
            "56",
            "57",
            "58",
            "59",
            "77",
            "78",
            "81",
            "82",
            "83",
            "85",
            "87",
            "95",
            "96",
            "97",
            "98",
            "99",
        ]
    )
    rest = "8" + rest + _digits(random, random.choice([7, 8, 8, 9]))
    way = random.random()
    if way < 0.6:
        value = spelled("0" + rest, random, [4, 4, 5])
    elif way < 0.8:
        value = "+62" + random.choice(["", " ", "-"]) + random.choice(["-", " ", ""]).join(_cut(rest, [3, 4, 5]))
    elif way < 0.9:
        value = random.choice(["wa.me/62", "https://wa.me/62"]) + rest
    else:
        value = random.choice(["(0274) ", "0271-", "021 ", "(024) ", "0361 - ", "0341."]) + str(
            random.randint(200000, 8999999)
        )
    return (
        (value, value)
        if random.random() < 0.4
        else _labelled("HP|hp|WA|wa|telp|Telepon|no hp|hubungi|phone|nomer", value, random)
    )


def email(random: Random) -> tuple[str, str]:
    name = random.choice(["siti", "budi", "karyono", "wati88", "nur.h", "joko_s", "r-tini", "agus99"]) + _digits(
        random, random.choice([0, 2])
    )
    provider, top = random.choice(
        [("gmail", "com"), ("yahoo", "co.id"), ("outlook", "com"), ("mail.ugm", "ac.id"), ("desa-sukamaju", "desa.id")]
    )
    at = random.choice(["@", "@", "@", " at ", " [at] ", "(at)", " (at) ", "[at]", " @ "])
    dot = random.choice([".", " dot ", "[dot]", " titik ", "(dot)"]) if at != "@" else "."
    value = name + at + f"{provider}.{top}".replace(".", dot)
    return (value, value) if random.random() < 0.5 else _labelled("email|e-mail|surel|kirim ke", value, random)


def account(random: Random) -> tuple[str, str]:
    value = spelled(_digits(random, random.choice([10, 10, 13, 15])), random)
    bank = random.choice("BRI BCA BNI Mandiri BSI BTN|bca|bri|Bank Jateng|Bank BJB".replace(" B", "|B").split("|"))
    before = random.choice(["rek ", "rekening ", "Rek. ", "norek ", "no rekening ", "transfer ke "]) + random.choice(
        [bank + " ", ""]
    )
    return before + value + random.choice(["", "", f" {bank}", " a.n. saya"]), value


def plate(random: Random) -> tuple[str, str]:
    area = random.choice(
        [
            "A",
            "B",
            "D",
            "E",
            "F",
            "G",
            "H",
            "K",
            "L",
            "M",
            "N",
            "P",
            "R",
            "S",
            "T",
            "W",
            "AA",
            "AB",
            "AD",
            "AE",
            "AG",
            "BA",
            "BB",
            "BD",
            "BE",
            "BG",
            "BH",
            "BK",
            "BL",
            "BM",
            "BN",
            "BP",
            "DA",
            "DB",
            "DD",
            "DE",
            "DG",
            "DK",
            "DM",
            "DN",
            "DR",
            "EA",
            "ED",
            "KB",
            "KH",
            "KT",
            "PA",
        ]
    )
    tail = "".join(random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(random.choice([2, 2, 3])))
    if tail in (
        "RT",
        "RW",
        "KM",
        "KG",
        "KK",
        "HA",
        "CM",
        "MM",
        "ML",
        "MB",
        "GB",
        "KB",
        "TB",
        "CC",
        "VA",
        "WP",
        "SD",
        "TP",
        "BH",
        "BT",
        "LS",
        "LU",
        "BB",
        "SM",
        "TH",
        "GR",
        "MG",
        "JT",
        "RB",
    ):
        tail = "XY"
    value = random.choice([" ", " ", "-", "", "."]).join([area, str(random.randint(1000, 9999)), tail])
    value = value.lower() if random.random() < 0.2 else value
    return random.choice(["plat ", "motor ", "mobil ", "nopol ", "truk ", "kendaraan "]) + value, value


def address(random: Random) -> tuple[str, str]:
    rt, rw, house = random.randint(1, 15), random.randint(1, 15), random.randint(1, 99)
    street = random.choice(
        ["Mawar", "Diponegoro", "Sunan Kudus", "Melati Raya", "Pahlawan", "Kenanga III", "Raya Solo"]
    )
    value = random.choice(
        [
            f"RT {rt:02} RW {rw:02}",
            f"RT {rt}/RW {rw}",
            f"RT.{rt:03}/RW.{rw:03}",
            f"rt {rt} rw {rw}",
            f"RT/RW {rt:03}/{rw:03}",
            f"RT{rt:02}/{rw:02}",
            f"Jl. {street} No. {house}",
            f"Jalan {street} No {house}",
            f"jl {street.lower()} no {house}",
            f"Gang {street} No.{house}",
            f"Jln. {street} nomor {house}",
            f"Jl. {street} No. {house} RT {rt:02} RW {rw:02}",
            f"Blok C{rw} No. {house}",
            f"Gg. {street} No {house}A",
        ]
    )
    return random.choice(["", "alamat ", "rumah saya ", "tinggal di ", "Alamat: ", "alamat saya "]) + value, value


def birth(random: Random) -> tuple[str, str]:
    day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1940, 2024)
    name = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ][month - 1]
    value = random.choice(
        [
            f"{day:02}-{month:02}-{year}",
            f"{day}/{month}/{year}",
            f"{day} {name} {year}",
            f"{day:02}.{month:02}.{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day:02} {month:02} {year}",
            f"{day} {name[:3]} {year}",
            f"{day}-{month}-{year % 100:02}",
            f"{day} {name.lower()} '{year % 100:02}",
        ]
    )
    label = random.choice(
        [
            "lahir ",
            "tgl lahir ",
            "TTL: Solo, ",
            "tanggal lahir: ",
            "lahir tanggal ",
            "born on ",
            "date of birth ",
            "kelahiran ",
            "lahir di Garut, ",
            "Tgl. lahir ",
        ]
    )
    return label + value, value


def position(random: Random) -> tuple[str, str]:
    south, east = random.uniform(0.5, 10), random.uniform(96, 140)
    minutes = [random.randint(1, 59) for _ in range(4)]
    value = random.choice(
        [
            f"-{south:.5f}, {east:.5f}",
            f"-{south:.6f},{east:.6f}",
            f"-{south:.4f} {east:.4f}",
            "{}°{}'{}\"S {}°{}'{}\"E".format(int(south), *minutes[:2], int(east), *minutes[2:]),
            "{}° {}' {}\" LS {}° {}' {}\" BT".format(int(south), *minutes[:2], int(east), *minutes[2:]),
            f"https://maps.app.goo.gl/{_digits(random, 8)}xY",
            f"https://www.google.com/maps?q=-{south:.5f},{east:.5f}",
        ]
    )
    return random.choice(["rumah saya di ", "koordinat ", "lokasi: ", "GPS ", "titik "]) + value, value


def papers(random: Random) -> tuple[str, str]:
    which = random.choice(["passport", "bpjs", "sim"])
    if which == "passport":
        value = random.choice("ABCEX") + random.choice(["", " "]) + _digits(random, 7)
        return _labelled("paspor|Paspor|passport|No. Paspor", value, random)
    if which == "bpjs":
        return _labelled("BPJS|bpjs|KIS|kartu KIS|JKN", spelled("000" + _digits(random, 10), random), random)
    return _labelled("SIM C|SIM A|sim c|SIM", spelled(_digits(random, random.choice([12, 14])), random), random)


def social(random: Random) -> tuple[str, str]:
    name = random.choice(["siti.aminah", "budi_s", "warung.bude", "joko99", "dewi_lestari"]) + _digits(random, 2)
    value = random.choice(
        [
            f"@{name}",
            f"instagram.com/{name}",
            f"https://www.facebook.com/{name}",
            f"https://www.tiktok.com/@{name}",
            f"t.me/{name}",
            name,
        ]
    )
    return random.choice(["IG ", "ig: ", "instagram saya ", "akun IG: ", "fb: "]) + value, value


KINDS: dict[str, Callable[[Random], tuple[str, str]]] = {
    "NIK": nik,
    "KK": kk,
    "NPWP": npwp,
    "telepon": telephone,
    "email": email,
    "rekening": account,
    "plat": plate,
    "alamat": address,
    "tanggal lahir": birth,
    "koordinat": position,
    "paspor, BPJS, SIM": papers,
    "akun": social,
}


def sentences(count: int, seed: int) -> list[tuple[str, str, int, int]]:
    """Kind, sentence, and where the identifier stands in it; every kind as often as the others."""
    random, made = Random(seed), []
    for number in range(count):
        kind = list(KINDS)[number % len(KINDS)]
        said, value = KINDS[kind](random)
        around = random.choice(AROUND)
        start = around.index("{}") + said.index(value)
        made.append((kind, around.replace("{}", said), start, start + len(value)))
    return made
