"""One of the things that editors, designers and programs do to an archive, at random; it stays sound."""

import random
from collections.abc import Callable
from pathlib import Path

MISTAKE = "mistaken: key\n"


class Desk:
    """A folder that is worked in. The same seed does the same to the same archive."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.done: dict[str, int] = {}
        """How often each thing was done."""
        self._chance = random.Random(seed)  # noqa: S311 -- repeatable, not secret
        self._articles = folder / "content" / "articles"
        self._site = folder / "content" / "site.yaml"
        self._theme = folder / "themes" / "default"
        self._broken: Path | None = None
        self._size = len(self._texts())
        self._turn = 0
        self._deeds: tuple[tuple[int, Callable[[], None]], ...] = (
            (40, self.save),
            (10, self.save_atomically),
            (8, self.make),
            (8, self.delete),
            (8, self.rename),
            (3, self.move_folder),
            (6, self.break_and_mend),
            (2, self.burst),
            (2, self.copy_many),
            (3, self.restyle),
            (2, self.remodel),
            (2, self.rename_site),
        )

    def work(self) -> str:
        """Do one thing; its name."""
        self._turn += 1
        weights, deeds = zip(*self._deeds, strict=True)
        (deed,) = self._chance.choices(deeds, weights)
        deed()
        name = deed.__name__
        self.done[name] = self.done.get(name, 0) + 1
        return name

    def finish(self) -> None:
        """Leave no mistake behind."""
        if self._broken is not None:
            self.break_and_mend()

    def save(self) -> None:
        file = self._text()
        file.write_text(self._edited(file), encoding="utf-8")

    def save_atomically(self) -> None:
        file = self._text()
        other = file.with_name(f".{file.name}.tmp")
        other.write_text(self._edited(file), encoding="utf-8")
        other.replace(file)

    def make(self) -> None:
        file = self._text()
        file.with_name(f"{file.stem[:10]}-new-{self._turn}.md").write_text(file.read_text(encoding="utf-8"))

    def delete(self) -> None:
        while len(self._texts()) >= self._size:
            self._text().unlink()

    def rename(self) -> None:
        file = self._text()
        file.rename(file.with_name(f"{file.stem[:10]}-moved-{self._turn}.md"))

    def move_folder(self) -> None:
        folder = self._text().parent
        if folder != self._articles and (self._broken is None or folder not in self._broken.parents):
            folder.rename(folder.with_name(f"{folder.name[:2]}-{self._turn}"))

    def break_and_mend(self) -> None:
        file, self._broken = self._broken, None
        if file is None:
            self._broken = file = self._text()
            file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{MISTAKE}", 1))
        else:
            file.write_text(file.read_text(encoding="utf-8").replace(MISTAKE, "", 1))

    def burst(self) -> None:
        file = self._text()
        for _ in range(200):
            file.write_text(self._edited(file), encoding="utf-8")

    def copy_many(self) -> None:
        for _ in range(60):
            self.save()

    def restyle(self) -> None:
        self._append(self._theme / "static" / "base.css", f"/* {self._turn} */")

    def remodel(self) -> None:
        self._append(self._theme / "templates" / "base.html", f"<!-- {self._turn} -->")

    def rename_site(self) -> None:
        lines = self._site.read_text(encoding="utf-8").splitlines()
        lines = [one for one in lines if not one.startswith("notice:")]
        self._site.write_text("\n".join([*lines, f"notice: Turn {self._turn}", ""]), encoding="utf-8")

    def _append(self, file: Path, words: str) -> None:
        kept = file.read_text(encoding="utf-8").splitlines()
        if kept[-1].startswith(("/*", "<!--")):
            kept.pop()
        file.write_text("\n".join([*kept, words, ""]), encoding="utf-8")

    def _edited(self, file: Path) -> str:
        """Its text with another last paragraph."""
        text = file.read_text(encoding="utf-8").rstrip().partition("\n\nEdited ")[0]
        return f"{text}\n\nEdited {self._turn} {self._chance.random()}.\n"

    def _texts(self) -> list[Path]:
        return sorted(self._articles.rglob("[!.]*.md"))

    def _text(self) -> Path:
        return self._chance.choice([file for file in self._texts() if file != self._broken])
