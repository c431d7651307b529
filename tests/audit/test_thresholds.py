"""Conditions on counts and rates."""

import pytest

from factcheck.audit.thresholds import NAMES, OF_OUTLETS, crossed, parse, unknown
from factcheck.errors import BadSetting

SUMMARY = {
    "counts": {"contradicted": 5, "contradicted_rate": 0.02, "skipped_rate": 0.5, "conflicts": 0},
    "outlets": [
        {"name": "Post", "contradicted": 4, "contradicted_rate": 0.08},
        {"name": "Sun", "contradicted": 1, "contradicted_rate": None},
    ],
    "causes": [
        {"cause": "wrong_period", "contradicted": 3, "outlets": [
            {"outlet": "Post", "contradicted": 2}, {"outlet": "Sun", "contradicted": 1}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "contradicted > 5", "contradicted_rate > 2%", "conflicts > 0", "cause.swapped > 0",
        "Sun: contradicted_rate > 0", "Post: contradicted_rate > 0.08", "Mail: contradicted > 0",
        "Post: cause.wrong_period > 2",
    ],
)  # fmt: skip
def test_not_crossed(words):
    assert crossed(parse(words), SUMMARY) is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("contradicted > 4", "contradicted is 5 (contradicted > 4)"),
        ("contradicted >= 5", "contradicted is 5 (contradicted >= 5)"),
        ("contradicted_rate>=2%", "contradicted_rate is 2.00% (contradicted_rate>=2%)"),
        ("skipped_rate = 0.5", "skipped_rate is 50.00% (skipped_rate = 0.5)"),
        ("conflicts < 1", "conflicts is 0 (conflicts < 1)"),
        ("cause.wrong_period > 2", "cause.wrong_period is 3 (cause.wrong_period > 2)"),
        ("Post: contradicted_rate > 5%",
         "Post: contradicted_rate is 8.00% (Post: contradicted_rate > 5%)"),
        ("Post: cause.wrong_period > 1",
         "Post: cause.wrong_period is 2 (Post: cause.wrong_period > 1)"),
    ],
)  # fmt: skip
def test_crossed(words, told):
    assert crossed(parse(words), SUMMARY) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("contradicted > 4", None),
        ("Sun: contradicted_rate > 0", None),
        ("The Sun: contradicted > 0", "no outlet is called 'The Sun' (The Sun: contradicted > 0)"),
    ],
)
def test_outlets_that_are_not_there(words, told):
    assert unknown(parse(words), SUMMARY) == told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("cause.no > 5", "threshold 'cause.no > 5': unknown name 'cause.no';"
         f" expected one of {', '.join(NAMES)}, cause.NAME. [bad-setting]"),
        ("wrong_period > 5", "threshold 'wrong_period > 5': unknown name 'wrong_period';"
         f" expected one of {', '.join(NAMES)}, cause.NAME. [bad-setting]"),
        ("Post: skipped > 5", "threshold 'Post: skipped > 5': unknown name 'skipped'; expected one"
         f" of {', '.join(OF_OUTLETS)}, cause.NAME. [bad-setting]"),
        ("many errors", "threshold 'many errors': no condition; expected one such as"
         " 'contradicted > 5' or 'contradicted_rate >= 2%'. [bad-setting]"),
        ("errors > 5", "threshold 'errors > 5': unknown name 'errors'; expected one of"
         f" {', '.join(NAMES)}, cause.NAME. [bad-setting]"),
        ("claims > 1.2.3", "threshold 'claims > 1.2.3': '1.2.3' is no number. [bad-setting]"),
    ],
)  # fmt: skip
def test_bad(words, message):
    with pytest.raises(BadSetting) as error:
        parse(words)
    assert str(error.value) == message
