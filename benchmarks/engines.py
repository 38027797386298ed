"""The engines that are compared, behind one small protocol.

Each is installed and used as the front page of its own documentation shows: bm25s[core] with
`bm25s.tokenize` and its numba backend, tantivy with a field for each part of an entry,
scikit-learn with `cosine_similarity` and a sort. All stem English words and keep the stop words,
get the same text of each entry and return the ids of the best three.

They do not do the same work. bm25s and scikit-learn see an entry as one text; tantivy and the bot
weigh its title, phrasings and text apart; the bot mends typos and, in small knowledge, compares
pairs and pieces of words too. It remembers what it looked up of a word: after the warm-up it has
met every word of the questions.

Both peers have faster ways than their front page shows. bm25s takes a third less with its
`Tokenizer` class, and another third less where tqdm is not installed; tantivy takes 40 % less with
one field. The bot is then about level with them up to a thousand entries, tantivy somewhat faster
with ten, and with 50,000 still ahead of both.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import bm25s
import Stemmer
import tantivy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from bot.knowledge.model import Entry
from bot.matching.index import Index
from bot.matching.text import stems, words

TOP = 3


class Engine(Protocol):
    """Something that finds the entries that fit a question best."""

    def find(self, question: str) -> Sequence[str]:
        """The ids of the `TOP` best entries, or of fewer, best first."""


class Ours:
    """The index of the bot."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._index = Index(entries)

    def find(self, question: str) -> Sequence[str]:
        """As `Engine`."""
        return [match.found.id for match in self._index.find(question, TOP)]


class Bm25s:
    """BM25, all of whose scores are worked out when the index is built."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._ids = [entry.id for entry in entries]
        self._stemmer = Stemmer.Stemmer("english")
        self._retriever = bm25s.BM25(backend="numba")
        self._retriever.index(self._tokens([_whole(one) for one in entries]), show_progress=False)

    def find(self, question: str) -> Sequence[str]:
        """As `Engine`."""
        found, _ = self._retriever.retrieve(self._tokens(question), k=TOP, show_progress=False)
        return [self._ids[position] for position in found[0].tolist()]

    def _tokens(self, text: str | list[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(text, stopwords=None, stemmer=self._stemmer, show_progress=False)


class Tantivy:
    """Lucene's way in Rust."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        fields = tantivy.SchemaBuilder()
        fields.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in ("title", "phrasings", "text"):
            fields.add_text_field(name, tokenizer_name="en_stem")
        self._index = tantivy.Index(fields.build())
        writer = self._index.writer(num_threads=1)
        for one in entries:
            writer.add_document(
                tantivy.Document(
                    id=one.id, title=one.title, phrasings=list(one.phrasings), text=one.text
                )
            )
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, question: str) -> Sequence[str]:
        """As `Engine`."""
        query = self._index.parse_query(question, ["title", "phrasings", "text"])
        hits = self._searcher.search(query, TOP).hits
        return [self._searcher.doc(address)["id"][0] for _, address in hits]


class ScikitLearn:
    """What a tutorial shows: transform the question, take every cosine, sort."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._ids = [entry.id for entry in entries]
        self._vectorizer = TfidfVectorizer(analyzer=lambda text: stems(words(text)))
        self._matrix = self._vectorizer.fit_transform([_whole(entry) for entry in entries])

    def find(self, question: str) -> Sequence[str]:
        """As `Engine`."""
        similarities = cosine_similarity(self._vectorizer.transform([question]), self._matrix)[0]
        return [self._ids[position] for position in similarities.argsort()[: -TOP - 1 : -1]]


ENGINES: dict[str, Callable[[Sequence[Entry]], Engine]] = {
    "ours": Ours,
    "bm25s": Bm25s,
    "tantivy": Tantivy,
    "sklearn": ScikitLearn,
}


def _whole(entry: Entry) -> str:
    return " ".join([entry.title, *entry.phrasings, entry.text])
