"""The forms of an address: RT with RW, a street with its number, a block, a flat, a place with a name."""

import re

COUNT = (
    r"(?:0*\d{1,3}|(?:nol|kosong|seratus|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|one|two|three|four|five|six|seven|eight|nine|ten|siji|loro|telu|papat|nem"
    r"|limo|enem|pitu|wolu|sanga|songo|sepuluh|hiji|tilu|opat|genep|dalapan|salapan)"
    r"(?:[\s-]+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|welas|lima?likur))*|[ivx]{1,4})"
)
_RT = r"(?:o?r[.\-*_]?\s?t(?:nya)?|er[\s-]?te?(?:nya|ne|na)?|arte?|rukun tetangga)"
_RW = r"(?:o?r[.\-*_]?\s?w(?:nya)?|er[\s-]?w[e]?(?:nya|ne|na)?|arwe|rukun warga)"
_OF = r"[\s.:=\-–—‑/*_~#|()\[\]+\"']{0,5}(?:(?:no(?:mor|mer)?|ke)\.?[\s-]*)?"
_THEN = r"[\s,./\\;:&|()\[\]\-–—‑+*_~#\"']{0,6}(?:(?:dan|and|lan|sareng|jeung|,)\s+)?"
RT_RW = re.compile(
    rf"(?<![a-z])(?:{_RT}{_OF}{COUNT}{_THEN}{_RW}{_OF}{COUNT}"
    rf"|{_RT}\s*[/\\.,\-–]?\s*{_RW}{_OF}{COUNT}\s*[/\\,.\-–\s*_~|]\s*{COUNT}"
    rf"|{_RT}{_OF}{COUNT}\s*[/\\]\s*{COUNT}"
    rf"|{_RW}{_OF}{COUNT}{_THEN}{_RT}{_OF}{COUNT})(?![a-z\d])"
)
ONE_OF_THEM = re.compile(rf"(?<![a-z])(?:{_RT}|{_RW}){_OF}{COUNT}(?![a-z\d])")
_NO = (
    r"(?:(?:\b(?:n\.?o|nom[oe]r(?:nya|e|na|ipun)?|nmr|num(?:ber)?)|#)\.?\s*(?:(?:rumah|rmh|omah|imah|griya|house)(?:nya"
    r"|\s+saya)?)?\s*[:.=*_(]?\s*)"
)
HOUSE = (
    rf"{_NO}(?:\d{{1,4}}\s?-\s?[a-z](?![a-z])|\d{{1,4}}\s?[a-z]?(?:\s?[-–/]\s?(?:\d{{1,3}}[a-z]?|[a-z](?![a-z])))?"
    rf"|[a-z]\s?[-/]?\s?\d{{1,3}}|{COUNT})(?![a-z\d])"
)
_FLOOR = r"(?:lt|lantai|unit|kamar|kav|kavling|kapling|apt|lot)\.?\s*(?:no\.?\s*)?[a-z]?\d{1,4}[a-z]?(?![a-z\d])"
TAIL = re.compile(rf"[\s,.\-–()\[\]/*_|]{{0,6}}(?:(?:rumah|rmh|omah|imah)\s+)?(?:{HOUSE}|{_FLOOR})")
"""What goes on behind a piece: the number of the house, the floor."""
_STREET = r"(?:j[.\-]?l(?:[.\-]?n)?|jalan|gang|gg|lorong|lr|lrg|je\s?el(?:\s?en)?|ge\s?ge)"
_HAMLET = (
    r"(?:perum(?:ahan|nas)?|komp(?:lek|leks)?|btn|griya|kavling|kapling|dusun|dsn|dukuh|kp|kampung|jorong|banjar"
    r"|huta|lembur|padukuhan|pedukuhan|gampong|nagari|lembang|lingkungan|lingk)"
)
_KM = r"km\.?\s?\d{1,3}(?:[.,]\d{1,2})?"
NUMBERED = re.compile(
    rf"(?<![a-z])(?:{_STREET}|{_HAMLET})\b[.\s]*(?:[a-z0-9'’\-–/]+[\s,.]+){{1,6}}?(?:{_KM}[\s,.]*)?{HOUSE}"
)
_NOT_NAME = (
    r"(?:r[tw]|provinsi|propinsi|nasional|negara|kabupaten|lingkar|desa|rusak|berlubang|menuju|ke|di|yang|utama|raya(?!\s+[a-z]{4,}\s+(?:no\W|\d))|poros|kampung|dusun|kaki|setapak|tani|sepanjang|lintas|tembus|keluar|masuk|baru|itu|ini"
    r"|sudah|belum|dan|tidak|masih|licin|becek|gelap|usaha|terus|saja|sendiri|dari|depan|belakang|sebelah|bersama|program|kegiatan|lancar|dengan"
    r"|untuk|kalau|sampai|akses|tol|kaliurang km)"
)
_UNITS = (
    r"%|meter|m\b|m2|km|kilo|hari|minggu|bulan|tahun|orang|kali|jam|menit|kk\b|rumah(?!\s+(?:saya|kami|kula|ibu|bapak|nenek))|unit|titik|tiang|lampu|warga|keluarga|x\b|persen|ribu|juta"
    r"|rb|jt|sak|truk|tanggal|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|cm\b|rt\b(?![\s.:]*\d)|lubang|pohon"
)
STREET_COUNT = re.compile(
    rf"(?<![a-z])(?:jl|jln|gang|gg|jalan)\b[.\s]*(?!{_NOT_NAME}\b)(?:[a-z][a-z'’.]*[\s,]+|[a-z]+\.){{1,4}}?(?:kav\.?\s*)?"
    rf"(?P<house>\d{{1,3}}[a-z]?(?:\s?[/-]\s?\d{{1,3}}[a-z]?)?)(?![\d.,:%/-]\d|[a-z\d]|\s*(?:{_UNITS}))"
)
SIGNED = re.compile(
    r"(?<![a-z])(?:j\.?l(?:\.?n)?|jalan|gang|gg)(?![a-z])\.?\s?[-*_/~|+]?\s?(?:(?:poros|lingkar|lintas|raya|baru)[\s_-]+)?"
    rf"(?!{_NOT_NAME}(?![a-z]))(?P<name>[a-z][a-z'’]*)(?:[\s._*-][a-z'’]+){{0,3}}?(?:\s?/\s?|[-*_~|+])(?P<house>\d{{1,3}}[a-z]?)"
    rf"(?![.,/-]?\d|[a-z]|\s*(?:{_UNITS}|motor|mobil|ruas|lajur|arah|sisi|lokasi|tempat))"
)
"""`Jl-Kenanga-14`, `gang melati/7`: signs where a space or a `no` would stand."""
GLUED = re.compile(r"(?<![a-z])jln?\.?[a-z]{4,}(?:no\.?)?\d{1,3}(?![a-z\d])")
"""`jlkenanga14`, once its letters stood apart."""
ROMAN = re.compile(
    rf"(?<![A-Za-z])(?:{_STREET})\b[.\s]*(?:[a-z0-9'’.]+[\s,.]+){{1,6}}?[ivx]{{1,4}}\s?[-/]\s?\d{{1,3}}[a-z]?(?![a-z\d])"
)
"""`Jl. Sumatra III/12`, `Gg Mawar III/7`."""
KILOMETRE = re.compile(
    rf"(?<![a-z])(?:jl|jln|jalan)\b[.\s]*(?!(?:provinsi|propinsi|nasional|negara|kabupaten|lintas|lingkar|desa"
    rf"|raya km)\b)(?:[a-z'’]+\s+){{1,3}}{_KM}(?![a-z\d])"
)
"""`Jl. Kaliurang KM 5,6`: an address beside another piece of one."""
ALLEY = re.compile(
    rf"(?<![a-z])(?:jl|jln|jalan)\b[.\s]*(?!{_NOT_NAME}\b)(?:[a-z'’.]+\s+){{1,3}}(?:gang|gg)\.?\s*{COUNT}(?![a-z\d])"
)
"""`Jl. Veteran gg. 4`: an address beside another piece of one."""
PLOT = re.compile(r"(?<![a-z])(?:kav(?:ling)?|kapling|persil)\b\.?\s*(?:no\.?\s*)?[a-z]?-?\d{1,4}[a-z]?(?![a-z\d])")
"""`Kav. 27` beside a street."""
ENGLISH = re.compile(
    r"(?<![\w.,/-])(?:no\.?\s?)?\d{1,4}[a-z]?(?:/\d{1,3})?,?\s+(?:[A-Z][\w'’]*\s+){1,4}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Alley|Boulevard|Blvd)\b"
)
SPOKEN_COUNT = (
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    r"(?:\s+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh))*"
)
BLOCK = re.compile(
    rf"(?<![a-z])(?:blok|blk|block)\.?\s*(?:(?:\d{{1,3}}[a-z]?|[ivx]{{1,4}})[\s,/-]*{HOUSE}|[a-z]{{1,2}}(?:\s?[-–/.*_(]?\s?\d{{1,3}}[a-z]?|\s+{SPOKEN_COUNT})?(?:[\s,/\-–]*{HOUSE}|\s?[-–/]\s?\d{{1,3}})?)(?![a-z\d])(?!\s+(?:pasar|sawah|kebun|lahan|makam|kios|tambak|los|ha|hektar|hektare|are|petak|batang|pohon|ekor|ton|kg|kwintal|kuintal|orang|warga|kk|rumah(?!\s+(?:saya|kami|kula|ibu|bapak|nenek))|unit|titik)\b)"
)
FLAT = re.compile(
    rf"(?<![a-z])(?:apartemen|apartment|rusunawa|rusunami|rusun|tower|asrama|mess)\b[\s,.]+(?:[a-z0-9'’]+[\s,.]+){{0,6}}?(?:{_FLOOR}[\s,.]*(?:{HOUSE})?|{HOUSE})"
)
PO_BOX = re.compile(r"(?<![a-z])(?:p\.?\s?o\.?\s?box|kotak pos|tromol pos)\s*(?:no\.?\s*)?\d{1,6}")
_KIND = (
    r"(?:[Jj]l|[Jj]ln|[Jj]alan|JALAN|JL|[Gg]ang|[Gg]g|[Dd]usun|[Dd]sn|[Dd]s|[Dd]ukuh|[Dd]kh?|[Kk]ampung|[Kk]p|KP|[Kk]amp|[Pp]erum(?:ahan|nas)?"
    r"|[Kk]omp(?:lek|leks)?|[Gg]riya|[Pp]edukuhan|[Pp]adukuhan|[Bb]anjar|Br|[Jj]orong|[Ll]ingkungan|[Ll]ingk|[Ll]ink|BTN|KPR|[Vv]illa|[Pp]uri|[Cc]luster"
    r"|[Gg]raha|[Rr]uko|[Rr]ukan|[Aa]partemen|[Rr]usunawa|[Rr]usun|[Aa]srama|[Ll]orong|[Tt]aman|[Kk]ost?|[Nn]agari|[Gg]ampong|[Ll]embang)"
)
_PART = (
    r"(?!(?:Lt|Lantai|Kec|Kab|Kel|Desa|Kecamatan|Kabupaten|Kelurahan|RT|RW|Rt|Rw|Blok|No)\b)"
    r"(?:[A-Z][A-Za-z]{0,4}\.\s?(?=[A-Z])){0,2}[A-Z][\w'’]*"
)
NAMED_PLACE = re.compile(rf"(?<![A-Za-z]){_KIND}\b\.?\s*{_PART}(?:\s+(?:{_PART}|[IVX]+\b|\d{{1,3}}(?![\d.,]\d|\d)))*")
LOT = re.compile(
    r"(?<![A-Za-z])(?:[Pp]erum(?:ahan|nas)?|[Kk]omp(?:lek|leks)?|[Gg]riya|BTN|[Vv]illa|[Pp]uri|[Cc]luster|[Gg]raha|[Tt]aman|Perumnas)\b\.?\s*"
    rf"{_PART}(?:\s+{_PART})*?[\s,]+(?:[A-Z]{{1,2}}\s?[-–/.]?|[a-z][-–/])\s?\d{{1,3}}(?:\s?/\s?\d{{1,3}}[A-Za-z]?)?(?![\d\w])"
)
SMALL_LOT = re.compile(
    r"(?<![a-z])(?:perum(?:ahan|nas)?|komp(?:lek|leks)?|griya|btn|villa|cluster)\b\.?\s*(?:(?:[a-z]{1,2}\.\s?){0,2}[a-z'’]+\s+){1,4}[a-z]{1,2}(?:\s?[-–/]\s?|(?<=\s[a-z]))\d{1,3}(?:\s?/\s?\d{1,3}[a-z]?)?(?![\d\w])"
)
SMALL_PLACE = re.compile(
    r"(?<![a-z])(?:jl|jln|jalan|gang|gg|lorong|dusun|dsn|dukuh|dk|kampung|kp|perum|perumahan|perumnas|komplek|kompleks|btn|griya|villa|cluster|puri|graha|jorong|banjar|padukuhan)\b[.\s]*"
    rf"(?!{_NOT_NAME}\b)[a-z'’]+(?:\s+(?:[a-z'’]+|\d{{1,2}})){{0,2}}[\s,.(-]*$"
)
"""A place in small letters right before RT and RW."""
POSTCODE = re.compile(
    r"[\s,.(-]*(?:[a-z.'’]+[\s,.:-]+){0,9}?(?:kode\s?pos\s*[.:]?\s*)?(?P<code>[1-9]\d{4})(?![\d\w]|[.,]\d)"
)
"""A town and its post code behind an address."""
