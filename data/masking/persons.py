"""Names that what is said of them gives away: `Tuti hamil`, `relawan Kevin`, `rumah Wagiman`, `Ngatmin 67 th`."""

import re
from collections.abc import Iterator

from data.masking.words import Reader

_DOES = re.compile(
    r"[\s,]+(?:(?:yang|sudah|belum|tidak|gak|nggak|selalu|masih|juga|itu|sedang|lagi|terus|akan|mau|pernah|jarang|sering|kemarin)\s+)*"
    r"(?:hamil|menangis|nangis|hadir|masuk|sakit|meninggal|bilang|berkata|mengaku|mengeluh|marah|melahirkan|bekerja|berantem"
    r"|curhat|cerita|bercerita|mengadu|korban|kader|penyumbang|menolak|dipukul|dianiaya|trauma|takut|janda|duda|lumpuh|buta"
    r"|pulang|datang|dapat bantuan|dapat|terdaftar|didata|berumur|berusia|usia|umur|lulus|sekolah|dikeluarkan"
    r"|dicoret|dipecat"
    r"|is pregnant|cried|said|told|came|lives?|was|refused|complained)(?![a-z])"
)
"""What only a person does."""
_AGE = re.compile(
    r"\s*(?:,\s*\d{1,2}\s*(?:th|thn|tahun|years?)?\s*(?=[,.)]|$)|\(\s*\d{1,2}\s*(?:th|thn|tahun|years?)?\s*\)"
    r"|,?\s+\d{1,2}\s*(?:th|thn)(?![a-z])|,?\s+(?:umur|usia|aged)\s+\d{1,2})"
)
_OWNS = frozenset((
    "rumah", "sawah", "warung", "sumur", "tanah", "kebun", "ladang", "kandang", "kios", "toko", "tambak",
    "pekarangan", "milik", "punya", "motor", "sapi", "kambing",
))  # fmt: skip
_TELLS = frozenset((
    "kata", "ujar", "tutur", "menurut", "kepada", "sama", "oleh", "diambil", "diwakili", "bernama", "bersama",
    "seperti", "panggil", "dipanggil", "sebut", "disapa", "ketemu", "bertemu", "temui", "hubungi", "saksi", "pelapor",
    "korban", "pelaku", "penerima", "pengirim", "ketua", "kader", "relawan", "petani", "nelayan", "buruh", "pedagang",
    "sopir", "tukang", "warga", "tetangga", "teman", "peternak", "pengrajin", "guru", "murid", "siswa", "mahasiswa",
    "pendamping", "petugas", "perawat", "dukun", "pemilik", "anggota", "pengurus", "bendahara", "sekretaris",
    "koordinator", "almarhum", "almarhumah", "mendiang", "sersan", "serka", "sertu", "serda", "pelda", "peltu",
    "koptu", "kopda", "kopka", "praka", "pratu", "prada", "bripka", "briptu", "bripda", "brigadir", "aipda", "aiptu",
    "ipda", "iptu", "akp", "kompol", "letda", "lettu", "kapten", "mayor", "letkol", "kolonel", "volunteer", "farmer",
    "neighbour", "neighbor", "witness", "with", "by",
))  # fmt: skip
_CHINESE = re.compile(
    r"(?<![\w'’])(?:Tan|Lim|Liem|Lie|Oei|Oey|Ong|Kwee|Kwik|Tjia|Gouw|Njoo|Nio|Sie|Thio|Tio|Tjan|Tjoa|Tjoe|Wong|Huang|Yap|Phan|Kho|Khoe"
    r"|Lauw|Bong|Chen|Cheng|Chong|Goh|Gan|Han|Hoo|Kang|Kwok|Lai|Lau|Loe|Ng|Ngo|Poa|Que|Siauw|Soe|Sim|Tee|Teng|Thung|Tjong|Yo|Yoe)"
    r"(?:\s+[A-Z][a-z]{1,5}){2}(?![\w])"
)
_SURNAMES = frozenset((
    "tan", "lim", "liem", "lie", "oei", "oey", "ong", "kwee", "kwik", "tjia", "gouw", "njoo", "thio", "tjan", "tjoa",
    "wong", "huang", "yap", "phan", "kho", "khoe", "lauw",
))  # fmt: skip
_BORN = frozenset((
    "wayan", "made", "nyoman", "ketut", "kadek", "komang", "putu", "gede", "luh", "nengah", "kompiang", "gusti",
    "dewa",
))  # fmt: skip
GIVEAWAYS = _SURNAMES | _BORN
"""Words that tell of a name though they stand in no list of names."""
_SMALL = frozenset((
    "kata", "ujar", "tutur", "menurut", "kepada", "oleh", "diambil", "diwakili", "bernama", "ketemu", "bertemu",
    "temui", "sama", "dari", "panggil",
))  # fmt: skip


def doing(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Tuti hamil enam bulan`, `Eko dan Dwi tidak hadir`, `Sujiwo, 52, petani`."""
    if reader.shouts:
        return
    for place, token in enumerate(reader.tokens):
        behind = reader.scan.low[token.end : token.end + 60]
        if not token.is_capital or _is_of_thing(reader, place):
            continue
        is_known = reader.is_known(place) and token.low not in reader.words.name_words
        if (is_known and (_DOES.match(behind) or _AGE.match(behind))) or (
            reader.is_stranger(place)
            and re.match(r",\s*\d{2}\s*(?:th|thn|tahun)?\s*,\s*[a-z]|,?\s+\d{2}\s*th[n]?\b", behind)
        ):
            yield from filter(None, (reader.name_from(place),))


def told_of(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Relawan Kevin`, `rumah Wagiman`, `kata Yanti`: a capital that people are called, behind such a word."""
    if reader.shouts:
        return
    for place in range(1, len(reader.tokens)):
        before, token = reader.tokens[place - 1].low, reader.tokens[place]
        if reader.gap(place - 1) not in (" ", ": ", ":", ", "):
            continue
        if token.is_capital and before in _OWNS and reader.sounds_like_one(place) and (span := reader.name_from(place)):
            yield span
        elif token.is_capital and (before in _OWNS or before in _TELLS) and reader.is_known(place):
            weak = before in _OWNS and not reader.is_plain_name(place)
            if token.low not in reader.words.roles and not weak and (span := reader.name_from(place)):
                yield span
        elif (
            before in _SMALL and not token.is_capital and reader.is_plain_name(place) and len(token.low) >= 4
            and token.low not in reader.words.name_words
        ):  # fmt: skip
            yield token.start, token.end


def small_before_deeds(reader: Reader) -> Iterator[tuple[int, int]]:
    """`siti belum dapat`, `budi sama andi berantem` in small letters at the beginning."""
    for place, token in enumerate(reader.tokens[:-1]):
        is_first = place == 0 or re.search(r"[.!?\n]", reader.gap(place - 1))
        if (is_first and not token.is_capital and reader.is_plain_name(place) and len(token.low) >= 4
                and token.low not in reader.words.name_words
                and _DOES.match(reader.scan.low[token.end : token.end + 60])):  # fmt: skip
            yield token.start, token.end


def listed(reader: Reader) -> Iterator[tuple[int, int]]:
    """`[nama] dan Dwi`: a known name beside one that is hardly ever a word."""
    if reader.shouts or not reader.has_names:
        return
    tokens = reader.tokens
    for place in range(len(tokens) - 2):
        if (
            tokens[place + 1].low in ("dan", "sama", "and", "lan", "karo", "jeung")
            and tokens[place].low in reader.words.names
        ):
            small = not tokens[place].is_capital and not tokens[place + 2].is_capital
            both = [at for at in (place, place + 2) if reader.is_known(at)
                    and tokens[at].low not in reader.words.name_words and not _is_of_thing(reader, at)]  # fmt: skip
            sure = any(reader.is_plain_name(at) for at in both)
            if len(both) == 2 and sure and (not small or all(reader.is_plain_name(at) for at in both)):
                yield from ((tokens[at].start, tokens[at].end) for at in both)


def chinese(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Tan Mei Ling`."""
    yield from (match.span() for match in _CHINESE.finditer(reader.scan.plain))


def balinese_order(reader: Reader) -> Iterator[tuple[int, int]]:
    """`Ketut Ardana`: the order of birth and a capital."""
    if reader.shouts or reader.vocabulary.isdisjoint(_BORN):
        return
    for place, token in enumerate(reader.tokens[:-1]):
        after = reader.tokens[place + 1]
        if (token.low in _BORN and token.is_capital and after.is_capital and reader.gap(place) == " "
                and not reader.is_no_name(place + 1) and not _is_of_thing(reader, place)
                and (span := reader.name_from(place))):  # fmt: skip
            yield span


def shouted(reader: Reader) -> Iterator[tuple[int, int]]:
    """`SUGIARTO TIDAK ADIL`: in capitals only a long name that is hardly ever a word."""
    if not reader.shouts:
        return
    for place, token in enumerate(reader.tokens):
        is_long_name = len(token.low) >= 6 and reader.is_plain_name(place) and not _is_of_thing(reader, place)
        if is_long_name and token.low not in reader.words.name_words:
            first = place
            while first and reader.gap(first - 1) == " " and reader.tokens[first - 1].low in reader.words.names:
                first -= 1
            yield reader.tokens[first].start, token.end


def _is_of_thing(reader: Reader, place: int) -> bool:
    """`Dusun Melati`, `SMA Kartini`: the word before names a thing."""
    return place > 0 and reader.tokens[place - 1].low in reader.words.things and reader.gap(place - 1) in (" ", ". ")
