"""The first lines in the terminal: where the preview is, and who can reach it."""

from collections.abc import Iterator

from generator.preview.options import ServeOptions, addresses_of, is_exposed
from generator.preview.passwords import USER
from generator.preview.preview import Preview


def welcome(preview: Preview, options: ServeOptions) -> Iterator[str]:
    """One sentence a line; what is opened to others is said before the address."""
    if options.port not in {0, preview.port}:
        yield f"Port {options.port} is in use; this preview has port {preview.port}."
    if is_exposed(options):
        (address,) = addresses_of(options)
        yield f"Warning: every machine that reaches {address} can ask for this archive, with its drafts."
        yield f'It is asked for the name "{USER}" and the password "{preview.run.password}".'
        yield "Both, and every page, go over the network unencrypted."
        if options.names:
            yield f"It may also be called {', '.join(options.names)}."
    yield f"Preview at {preview.address} (Ctrl-C ends it)"
