"""The report with what people wrote on the page in place of its drafted sentences.

A sentence whose draft reads otherwise by now (its figures have changed) is drafted anew: figures of yesterday never
stand in a report of today. What was written for it is kept, and the page shows it to be taken again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.report_texts import WrittenText, sum_of, written
from reports.content import Content
from reports.narrative import Part, draft


@dataclass(frozen=True)
class Sentence:
    """A sentence of the draft, and what was written in its place, if anything was."""

    part: Part
    written: WrittenText | None

    @property
    def is_outdated(self) -> bool:
        """Whether the draft was another one when somebody wrote."""
        return self.written is not None and self.written.drafted != sum_of(self.part.text)

    @property
    def text(self) -> str:
        """What stands in the report; "" where the sentence was taken out."""
        return self.part.text if self.written is None or self.is_outdated else self.written.text


def with_written(content: Content) -> Content:
    """The same with the words that were kept for it."""
    texts = {each.part.key: each.text for each in sentences(content) if each.written and not each.is_outdated}
    return replace(content, texts=texts) if texts else content


def sentences(content: Content) -> list[Sentence]:
    """Every sentence of the report in its order."""
    kept: Mapping[str, WrittenText] = written(content.answers.store, content.asked)
    return [Sentence(part, kept.get(part.key)) for part in draft(content)]
