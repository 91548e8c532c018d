from streamlit.runtime.memory_media_file_storage import _calculate_file_id

import serve


def test_two_large_files_that_differ_in_one_byte_have_two_addresses():
    one = bytearray(2_000_000)
    other = bytearray(2_000_000)
    other[300_000] = 1
    assert _calculate_file_id(bytes(one), "text/csv") != _calculate_file_id(bytes(other), "text/csv")


def test_only_this_machine_is_answered_unless_hosts_are_named(monkeypatch):
    monkeypatch.delenv("DAMPAK_HOSTS", raising=False)
    assert serve.hosts() == ("localhost", "127.0.0.1", "::1")
    monkeypatch.setenv("DAMPAK_HOSTS", "dampak.example, *.forum.example,")
    assert serve.hosts()[3:] == ("dampak.example", "*.forum.example")


def test_other_machines_reach_it_only_by_an_explicit_address(monkeypatch):
    monkeypatch.delenv("DAMPAK_ADDRESS", raising=False)
    assert serve.settings(8501)["server.address"] == "127.0.0.1"
    monkeypatch.setenv("DAMPAK_ADDRESS", "0.0.0.0")
    assert serve.settings(8501)["server.address"] == "0.0.0.0"


def test_an_upload_may_be_as_large_as_the_setting_says_and_its_wrapping():
    assert serve.upload_limit() == 51 * 1024 * 1024
