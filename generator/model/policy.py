"""The Content-Security-Policy of every page: nothing but the site's own files, no inline script or style.

One for all pages: any of them opens the search as a dialog, and a policy of its own for each kind of page
would be a hole in the kind that nobody looked at.
"""

TRUSTED = "trusted-types dateline default"
"""Who may vouch for the address of a worker, each for one: `dateline` for sw.js or the preview's, `default`
for that of Pagefind, which names it by a string."""

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",  # Pagefind's index is searched by WebAssembly
    "worker-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",  # no string becomes HTML or script
    TRUSTED,
)

META = "; ".join(DIRECTIVES)
"""As a <meta> can say it."""

HEADER = "; ".join((*DIRECTIVES, "frame-ancestors 'none'"))
"""As a server says it; a <meta> may not forbid framing."""
