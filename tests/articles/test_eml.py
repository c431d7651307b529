"""E-mail: newsletters in two versions, their framing tables and what only looks like a message."""

from datetime import date
from email.message import EmailMessage

import pytest

from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle

LEAD = (
    "The city's budget falls to 4.2 billion pesos in 2025, the council said on Monday, after three "
    "years in which it had risen by 3.1 percent each year on average."
)
SECOND = "The council will vote on the plan in March, and opponents want to change most of it."
PAGE = f"""<html><body><div style="display:none">Preheader 10 seconds</div>
<table role="presentation"><tr><td><table><tr><td><img src="x.png"></td><td>View in browser</td>
</tr></table></td></tr><tr><td><h1>Budget falls</h1><p>{LEAD}</p>
<table><tr><th>Item</th><th>2024</th></tr><tr><td>Schools</td><td>790</td></tr></table>
<p>{SECOND}</p></td></tr>
<tr><td>You get this because you signed up. <a href="#">Unsubscribe</a>. 12 Example Street</td></tr>
</table></body></html>"""


def letter(plain=None, page=None, subject="Budget falls to 4.2 billion", cte=None):
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = '"The Morning Desk" <news@example.org>'
    message["Date"] = "Tue, 11 Feb 2025 23:30:00 -0500"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        add = message.add_alternative if plain is not None else message.set_content
        add(page, subtype="html", cte=cte)
    return bytes(message)


def read(raw):
    return read_article("n.eml", raw)


@pytest.mark.parametrize("cte", ["7bit", "quoted-printable", "base64"])
def test_the_page_of_a_newsletter_without_its_frame(cte):
    document = read(letter("View in browser: https://example.org/123", PAGE, cte=cte))
    assert document.text == (
        "# Budget falls to 4.2 billion\n\n# Budget falls\n\n" + LEAD + "\n\n"
        "| Item | 2024 |\n|---|---|\n| Schools | 790 |\n\n" + SECOND + "\n"
    )


def test_header_fields():
    document = read(letter(LEAD))
    assert (document.title, document.outlet, document.published, document.plain) == (
        "Budget falls to 4.2 billion",
        "The Morning Desk",
        date(2025, 2, 11),
        False,
    )
    assert document.text == f"# Budget falls to 4.2 billion\n\n{LEAD}\n"


def test_plain_text_where_the_page_is_a_shell():
    page = "<html><body><table><tr><td>View in browser</td></tr></table></body></html>"
    assert read(letter(f"{LEAD}\n\n{SECOND}", page)).text.endswith(f"{LEAD}\n\n{SECOND}\n")


def test_a_subject_in_another_script_and_an_unknown_charset():
    raw = letter("Rain: 12 mm.").replace(b'charset="utf-8"', b'charset="x-odd"')
    raw = raw.replace(b"Subject: Budget", b"Subject: =?utf-8?b?w4k=?= Budget")
    document = read(raw)
    assert document.title == "É Budget falls to 4.2 billion"
    assert document.text.endswith("Rain: 12 mm.\n")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"no header here\n", "no e-mail: it has no header"),
        (letter(""), "an e-mail without text"),
        (b"", "no e-mail: it has no header"),
    ],
    ids=["no header", "no text", "empty"],
)
def test_what_cannot_be_read_says_why(raw, found):
    with pytest.raises(UnreadableArticle, match=f"n.eml: {found}; expected plain text"):
        read(raw)
