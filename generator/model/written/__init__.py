"""What an author may type: one model a kind of file, with every field described.

Every scalar arrives as text (`read.frontmatter` types nothing), so the field alone decides what is
accepted. A mistake is raised as `mistake.Mistake`; pydantic collects all of them.
"""
