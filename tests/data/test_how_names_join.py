"""How figures of one name join over time, as a person who knows the field would say: what is there is not added, what
happens is. The first list was written before the words were looked at, the second after them."""

import pytest

from data.layouts import evidence

NAMES = """
Rumah tangga memiliki jamban sehat | KK | last
Jumlah desa dengan peraturan desa tentang perlindungan anak | desa | last
Kader posyandu aktif | orang | last
Jumlah desa ODF | desa | last
Desa yang memiliki Perdes pengelolaan sampah | desa | last
Jumlah keluarga penerima PKH | KK | last
Sekolah yang memiliki sarana cuci tangan | sekolah | last
Jumlah sekolah ramah anak | sekolah | last
Puskesmas terakreditasi | puskesmas | last
Jumlah peserta JKN aktif | jiwa | last
Rumah tangga tersambung air perpipaan | sambungan | last
Sambungan rumah PDAM terpasang | SR | last
Jumlah anggota koperasi | orang | last
Jumlah kelompok tani berbadan hukum | kelompok | last
Jumlah bank sampah beroperasi | unit | last
Luas kawasan hutan lindung | ha | last
Luas tutupan mangrove | ha | last
Luas lahan kritis | ha | last
Panjang jalan kabupaten kondisi mantap | km | last
Jumlah penduduk miskin | jiwa | last
Jumlah desa tangguh bencana | desa | last
Keluarga yang mengungsi | KK | last
Jumlah balita stunting | anak | last
Jumlah anak putus sekolah | anak | last
Perempuan yang menduduki jabatan kepala desa | orang | last
Desa yang sudah menerapkan sistem informasi desa | desa | last
Jumlah UMKM yang memiliki NIB | UMKM | last
Saldo kas BUMDes | Rp | last
Nilai aset BUMDes | Rp | last
Jumlah tabungan anggota kelompok | Rp | last
Hutang koperasi | Rp | last
Kapasitas pengolahan sampah | ton/hari | last
Kapasitas PLTS terpasang | kWp | last
Villages with a disaster preparedness plan | villages | last
Households with access to safe water | households | last
Number of functioning water points | points | last
Number of active savings groups | groups | last
Forum anak yang aktif | forum | last
Posyandu berstatus mandiri | posyandu | last
Jumlah guru bersertifikat pendidik | orang | last
Sekolah berakreditasi A | sekolah | last
Jumlah tenaga kesehatan di puskesmas | orang | last
Dokumen rencana kontinjensi yang berlaku | dokumen | last
Desa yang telah terhubung internet | desa | last
Pendapatan rata-rata petani per bulan | Rp | last
Jumlah hotspot aktif | titik | last
Nilai investasi | Rp | sum
Nilai investasi PMDN | juta rupiah | sum
Nilai transaksi penjualan produk UMKM | Rp | sum
Nilai ekspor kopi | USD | sum
Nilai penyaluran kredit usaha rakyat | Rp | sum
Omzet penjualan kelompok | Rp | sum
Pendapatan asli daerah | Rp | sum
Realisasi penerimaan pajak daerah | Rp | sum
Jumlah petani dilatih | orang | sum
Jumlah kasus kekerasan terhadap perempuan yang ditangani | kasus | sum
Kasus DBD | kasus | sum
Jumlah kematian ibu | orang | sum
Kejadian bencana | kejadian | sum
Balita mendapat PMT | anak | sum
Kunjungan antenatal K1 | kunjungan | sum
Bayi lahir hidup | bayi | sum
Produksi gabah kering panen | ton | sum
Volume sampah terkelola | ton | sum
Bibit mangrove ditanam | batang | sum
Luas lahan direhabilitasi | ha | sum
Panjang jalan dibangun | km | sum
Jumlah sumur bor dibangun | unit | sum
Paket sembako didistribusikan | paket | sum
Jumlah aduan masuk | aduan | sum
Aduan diselesaikan | aduan | sum
Jumlah wisatawan | orang | sum
Siswa menerima beasiswa | siswa | sum
Perdes disahkan | dokumen | sum
Jumlah peserta sosialisasi | orang | sum
Jumlah KTP diterbitkan | lembar | sum
Dana desa disalurkan | Rp | sum
Jumlah warga dievakuasi | orang | sum
Number of people trained in first aid | people | sum
Trees planted | trees | sum
Value of loans disbursed | IDR | sum
Rumah layak huni dibangun | unit | sum
Jumlah penyuluhan gizi dilaksanakan | kali | sum
Akta kelahiran diterbitkan | lembar | sum
Produksi ikan budidaya | ton | sum
Jumlah pengunjung perpustakaan | orang | sum
Buku dipinjam | eksemplar | sum
Tenaga kerja terserap | orang | sum
Nilai bantuan yang disalurkan | Rp | sum
Panen padi organik | ton | sum
Kelompok usaha baru terbentuk | kelompok | sum

Jumlah siswa SD | siswa | last
Jumlah rombongan belajar | rombel | last
Guru penggerak lulus pendidikan | orang | sum
PAUD terakreditasi | lembaga | last
Ruang kelas direhabilitasi | ruang | sum
Anak tidak sekolah kembali bersekolah | anak | sum
Perpustakaan desa yang berfungsi | unit | last
Siswa menerima buku | siswa | sum
Jumlah pendaftar PPDB | orang | sum
Ibu hamil mendapat tablet tambah darah | orang | sum
Peserta KB aktif | akseptor | last
Peserta KB baru | akseptor | sum
Kasus TBC ditemukan | kasus | sum
Penderita hipertensi terdaftar | orang | last
Pasien dirujuk | orang | sum
Desa siaga aktif | desa | last
Posyandu prima | posyandu | last
Persalinan di fasilitas kesehatan | persalinan | sum
Tempat tidur rumah sakit | tempat tidur | last
Bayi mendapat imunisasi dasar lengkap | bayi | sum
KK dengan akses sanitasi aman | KK | last
Desa yang bebas buang air besar sembarangan | desa | last
Jamban dibangun | unit | sum
Kran umum berfungsi | titik | last
Meter air pelanggan PDAM | unit | last
Air didistribusikan dengan truk tangki | liter | sum
Sumber air terlindungi | titik | last
Sampah diangkut ke TPA | ton | sum
Kelompok pengelola air bersih | kelompok | last
UMKM naik kelas | UMKM | sum
UMKM binaan | UMKM | last
Jumlah tenaga kerja pada UMKM dampingan | orang | last
Lapangan kerja baru tercipta | orang | sum
Volume penjualan kopi | kg | sum
Nilai penjualan hasil kebun | Rp | sum
Modal kelompok simpan pinjam | Rp | last
Simpanan anggota koperasi | Rp | last
Pinjaman disalurkan | Rp | sum
Pinjaman beredar | Rp | last
Jumlah nasabah | orang | last
Nilai kontrak | Rp | sum
Harga gabah | Rp/kg | last
Luas hutan adat | ha | last
Luas lahan terbakar | ha | sum
Pohon ditanam | batang | sum
Populasi badak | ekor | last
Terumbu karang ditransplantasi | fragmen | sum
Kelompok patroli hutan | kelompok | last
Patroli dilakukan | kali | sum
Kapal terdaftar | unit | last
Emisi dikurangi | ton CO2e | sum
Rumah tangga pengguna biogas | KK | last
Perda diterbitkan | dokumen | sum
Desa dengan APBDes tepat waktu | desa | last
Aparatur desa dilatih | orang | sum
OPD yang menerapkan SAKIP | OPD | last
Pengaduan ditindaklanjuti | aduan | sum
Warga ikut musrenbang | orang | sum
Anggota forum kemitraan | lembaga | last
Nota kesepahaman ditandatangani | dokumen | sum
Desa punya posko aduan | desa | last
Korban meninggal | jiwa | sum
Pengungsi di posko | jiwa | last
Rumah rusak berat | unit | sum
Desa tangguh bencana dibentuk | desa | sum
Kelurahan dengan jalur evakuasi | kelurahan | last
Simulasi bencana | kali | sum
Logistik dikirim | paket | sum
Relawan terdaftar | orang | last
Titik rawan longsor | titik | last
Alat peringatan dini terpasang | unit | last
Children enrolled in early education | children | last
Meals served | meals | sum
Villages declared open defecation free | villages | last
Loans outstanding | IDR | last
Hectares restored | ha | sum
Complaints received | complaints | sum
Farmers' organisations registered | organisations | last
"""
CASES = [tuple(each.strip() for each in line.split("|")) for line in NAMES.splitlines() if line]


@pytest.mark.parametrize(("name", "unit", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_name_tells_how_its_figures_join(name, unit, expected):
    assert evidence.over_time(name, unit).answer == expected


@pytest.mark.parametrize(("name", "results", "before", "expected"), [
    ("Ruang publik", (40, 42, 45, 47), None, "last"), ("Ruang publik", (40, 42, 41, 47), None, "sum"),
    ("Ruang publik", (4, 12, 25, 47), None, "sum"), ("Ruang publik", (40, 40, 40, 40), None, "sum"),
    ("Ruang publik", (40, 42, 45), None, "sum"), ("Petani dilatih", (40, 42, 45, 47), None, "sum"),
    ("Jumlah sambungan rumah", (100, 200), 3000, "sum"), ("Jumlah sambungan rumah", (3100, 3200), 3000, "last"),
])  # fmt: skip
def test_figures_tell_where_the_name_does_not(name, results, before, expected):
    found = evidence.by_course(evidence.over_time(name, ""), results, before)
    assert found.answer == expected
    assert found.is_guess == (name != "Petani dilatih")  # what is only likely by its figures is asked about
