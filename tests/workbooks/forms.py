"""Exports of forms, logs of feedback, and lists of who does what where."""

from datetime import datetime

from tests.workbooks.making import Case, Page

META = ["_id", "_uuid", "_submission_time", "_index"]

CASES = [
    Case(
        "Kobo with XML names, groups, several answers and a position",
        {
            "aduan": Page(
                [
                    [
                        "start",
                        "end",
                        "awal/tanggal",
                        "awal/desa",
                        "isi/keluhan",
                        "isi/saluran",
                        "isi/saluran/wa",
                        "isi/saluran/sms",
                        "isi/jenis_kelamin",
                        "lokasi_gps",
                        "_lokasi_gps_latitude",
                        "_lokasi_gps_longitude",
                        "_lokasi_gps_altitude",
                        "_lokasi_gps_precision",
                        *META,
                    ],
                    [
                        "2025-07-01",
                        "2025-07-01",
                        "2025-07-01",
                        "Desa Sukamaju",
                        "Air keruh",
                        "wa sms",
                        1,
                        1,
                        "P",
                        "-7.7 110.3 0 5",
                        -7.7,
                        110.3,
                        0,
                        5,
                        101,
                        "uuid-1",
                        "2025-07-01T08:30:00",
                        1,
                    ],
                    [
                        "2025-07-02",
                        "2025-07-02",
                        "2025-07-02",
                        "Desa Sukamaju",
                        "Pompa rusak",
                        "wa",
                        1,
                        0,
                        "L",
                        "-7.7 110.3 0 5",
                        -7.7,
                        110.3,
                        0,
                        5,
                        102,
                        "uuid-2",
                        "2025-07-02T08:30:00",
                        2,
                    ],
                ]
            )
        },
        feedback=2,
    ),
    Case(
        "Kobo with the questions as headers, asked about the column",
        {
            "Form": Page(
                [
                    ["Tanggal wawancara", "Apa masukan Bapak/Ibu?", "Jenis kelamin", *META],
                    ["2025-07-01", "Tambah kran", "Perempuan", 101, "uuid-1", "2025-07-01T08:30:00", 1],
                ]
            )
        },
        stops=["which_column", "which_column"],
        answers={"column": {"text": "B"}},
        feedback=1,
    ),
    Case(
        "Kobo with groups and figures that can be read in two ways",
        {
            "kegiatan": Page(
                [
                    ["g/partner", "g/activity", "g/place", "g/start date", "g/planned", "g/reached", *META],
                    ["YTR", "Latihan", "Sleman", "2025-01-01", "1.234", "1.100", 1, "a", "2025-01-03", 1],
                    ["YTR", "Latihan", "Bantul", "2025-01-01", "1.234", "1.100", 2, "b", "2025-01-03", 2],
                ]
            )
        },
        stops=["ambiguous_number", "ambiguous_number"],
        answers={"decimal": {"*": ","}},
        activities=2,
    ),
    Case(
        "Kobo with a repeat group on a sheet of its own",
        {
            "kunjungan": Page(
                [
                    ["tanggal", "lokasi", *META],
                    ["2025-07-01", "Desa Sukamaju", 101, "uuid-1", "2025-07-01T08:30:00", 1],
                    ["2025-07-02", "Desa Sukamakmur", 102, "uuid-2", "2025-07-02T08:30:00", 2],
                ]
            ),
            "suara": Page(
                [
                    ["isi", "_index", "_parent_table_name", "_parent_index", "_submission__id"],
                    ["Air keruh", 1, "kunjungan", 1, 101],
                    ["Pompa rusak", 2, "kunjungan", 2, 102],
                    ["Terima kasih", 3, "kunjungan", 2, 102],
                ]
            ),
        },
        feedback=3,
    ),
    Case(
        "a complaints log with a title and other headers",
        {
            "Log Aduan": Page(
                [
                    ["BUKU ADUAN 2025"],
                    [],
                    [
                        "No",
                        "Tanggal diterima",
                        "Lokasi kejadian",
                        "Cara penyampaian",
                        "Isi aduan",
                        "Status penanganan",
                        "Tanggal tindak lanjut",
                    ],
                    [1, datetime(2025, 3, 2), "Kabupaten Sleman", "Kotak saran", "Air keruh", "dalam proses", None],
                    [2, "3 Maret 2025", "Kabupaten Bantul", "WA", "Pompa rusak", "selesai", "10/03/2025"],
                ]
            )
        },
        feedback=2,
    ),
    Case(
        "an English feedback log in a text file",
        {
            "x": Page(
                [
                    ["Date received", "Location", "Feedback channel", "Complaint"],
                    ["02/03/2025", "Sleman", "Hotline", "No water; no answer"],
                ]
            )
        },
        form="csv",
        file_name="feedback log",
        feedback=1,
    ),
    Case(
        "who does what where, in English",
        {
            "3W": Page(
                [
                    [
                        "Implementing partner",
                        "Sector/Cluster",
                        "Activity description",
                        "District",
                        "Start date",
                        "End date",
                        "People targeted",
                        "People reached",
                    ],
                    [
                        "Yayasan Toya",
                        "WASH",
                        "Pump repair",
                        "Sleman",
                        datetime(2025, 1, 6),
                        datetime(2025, 2, 6),
                        100,
                        80,
                    ],
                    ["PMI", "Health", "First aid training", "Bantul", datetime(2025, 3, 6), None, 40, None],
                ]
            )
        },
        activities=2,
    ),
    Case(
        "siapa melakukan apa di mana",
        {
            "Pemetaan": Page(
                [
                    ["PEMETAAN KEGIATAN MITRA"],
                    [
                        "Organisasi pelaksana",
                        "Jenis kegiatan",
                        "Bidang",
                        "Kabupaten/Kota",
                        "Waktu mulai",
                        "Waktu selesai",
                        "Jumlah sasaran",
                    ],
                    ["Yayasan Toya", "Perbaikan pompa", "Air", "Kab. Sleman", "6 Januari 2025", "Feb 2025", "1.200,0"],
                ]
            )
        },
        activities=1,
    ),
    Case(
        "what people say, under headers of their own",
        {
            "Log": Page(
                [
                    ["Tgl", "Dusun", "Apa kata warga", "Ditindaklanjuti?"],
                    [datetime(2025, 1, 2), "Ngaglik", "Air di sumur kami keruh sejak bulan lalu", "ya"],
                    [datetime(2025, 1, 5), "Krajan", "Petugas belum datang juga sampai sekarang", "belum"],
                    [datetime(2025, 2, 9), "Ngaglik", "Terima kasih, anak-anak sekarang cuci tangan", "ya"],
                ]
            )
        },
        stops=["which_voice"],
        feedback=3,
    ),
    Case(
        "a log whose headers say nothing, beside nothing else",
        {
            "Sheet1": Page(
                [
                    ["Hari", "Isian"],
                    [datetime(2025, 1, 2), "Air di sumur kami keruh sejak bulan lalu"],
                    [datetime(2025, 1, 5), "Petugas belum datang juga sampai sekarang"],
                ]
            )
        },
        stops=["which_voice", "which_voice"],
        feedback=2,
    ),
    Case(
        "a diary of what was done is a list of activities, although people may have said something too",
        {
            "Sheet1": Page(
                [
                    ["Hari", "Uraian", "Bertempat di", "Lembaga", "Saran"],
                    [datetime(2025, 3, 4), "Kegiatan pelatihan pembuatan kompos bagi kelompok tani", "Kab. Sleman",
                     "Yayasan Toya", "Perlu lanjutan"],
                    [datetime(2025, 3, 9), "Sosialisasi cuci tangan di balai", "Kab. Bantul", "Yayasan Toya", None],
                    [datetime(2025, 4, 2), "Rapat koordinasi dengan dinas kesehatan", "Kab. Bantul", "Dinkes", None],
                ]
            )
        },
        stops=["which_activity", "which_activity", "which_column"],
        activities=3,
    ),
    Case(
        "a diary of what was done without the partner, which nobody can know",
        {
            "Buku": Page(
                [
                    ["Waktu", "Catatan", "Tempat"],
                    [datetime(2025, 3, 4), "Kunjungan ke rumah warga untuk pendataan jamban", "Sidoagung"],
                    [datetime(2025, 3, 9), "Penyuluhan cuci tangan pakai sabun di sekolah", "Gamping"],
                ]
            )
        },
        results=None,
        stops=["missing_column"],
    ),
    Case(
        "what people say of trainings is no list of trainings",
        {
            "Sheet1": Page(
                [
                    ["Hari", "Isian"],
                    [datetime(2025, 3, 4), "Pelatihan kemarin sangat berguna buat kami"],
                    [datetime(2025, 3, 9), "Pelayanan puskesmas lambat sekali hari Senin"],
                    [datetime(2025, 4, 2), "Penyuluhan jangan pagi, ibu-ibu belum selesai masak"],
                ]
            )
        },
        stops=["which_voice", "which_voice"],
        feedback=3,
    ),
    Case(
        "a second open question that names the programme is no programme",
        {"form": Page([["start", "end", "Desa", "Keluhan utama", "Saran untuk program", "_id", "_uuid",
                        "_submission_time"],
                       [datetime(2025, 1, 14), datetime(2025, 1, 14), "Nita", "Air sumur kami keruh sejak bulan lalu",
                        "Mohon pasang penyaring air", 1, "u1", datetime(2025, 1, 14)]])},
        feedback=1, stops=["which_column"],
    ),
]
