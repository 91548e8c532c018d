"""The slides (PowerPoint): one message a slide, native charts that can be edited, letters that the last row can read.

Each slide has a finding as its title, what it rests on at its foot, and in its notes every figure in words with its
source. Charts carry a text for those who do not see them.
"""

from pathlib import Path

from reports.content import Content
from reports.deck import bars, closing, money, opening, sentences, trends, voices
from reports.deck.stage import Stage


def write(content: Content, path: Path) -> None:
    """Write the file. Raises OSError where it cannot be written."""
    stage = Stage(content)
    opening.title(stage)
    opening.headline(stage)
    if content.rows:
        bars.key_indicators(stage)
        sentences.works(stage)
        sentences.attention(stage)
        trends.key_trends(stage)
    money.beside_results(stage)
    voices.quoted(stage)
    closing.restatements(stage)
    closing.next_steps(stage)
    closing.methods(stage)
    with path.open("wb") as file:
        stage.deck.save(file)
