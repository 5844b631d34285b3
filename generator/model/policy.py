"""The Content-Security-Policy of every page: nothing but the site's own files, no inline script or style."""

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
)

META = "; ".join(DIRECTIVES)
"""As a <meta> can say it."""

HEADER = "; ".join((*DIRECTIVES, "frame-ancestors 'none'"))
"""As a server says it; a <meta> may not forbid framing."""
