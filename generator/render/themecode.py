"""The Python that is made of a template: as Jinja makes it, but for what a page needs hundreds of times."""

from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

from generator.render.escape import escape
from generator.render.macro import Macro


class ThemeCode(CodeGenerator):
    """Compiles a template so that it uses our `Macro` and `escape`, and asks Jinja only where it must.

    The names `owner`, `found` and `callee` hold a value for a moment: each is set when all that it is made of
    has been worked out, and read before anything else is. No name of a template is like them here.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  (Jinja's)
        """Write the module of a template; the names that it has imported are replaced at its end."""
        super().visit_Template(node, frame)
        self.writeline("from functools import partial")
        self.writeline(f"from {Macro.__module__} import AS_THEY_ARE, Macro")
        self.writeline(f"from {escape.__module__} import escape")
        self.writeline("markup = str.__new__")

    def enter_frame(self, frame: Frame) -> None:
        """Begin a template, a block, a macro or a loop; the parts of the first two are gathered, too."""
        super().enter_frame(frame)
        if frame.parent is None:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """End it; a template or a block is handed over in one piece, and not in hundreds."""
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """End a macro with what it wrote, which is markup."""
        if force_unescaped:  # Jinja asks for it in macros alone, whose calls make it markup
            self.writeline(f"return markup(Markup, concat({frame.buffer}))")
        else:
            super().return_buffer_contents(frame)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  (Jinja's)
        """Take an attribute; what has none of this name is left to Jinja."""
        self.write("(found if (found := getattr((owner := ")
        self.visit(node.node, frame)
        self.write(
            f"), {node.attr!r}, missing)) is not missing else environment.getattr(owner, {node.attr!r}))"
        )

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call a macro at once; what may want more than its arguments is left to Jinja."""
        if (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(one.key) for one in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        named = "".join(
            f", {name}={name}"
            for name, known in (("_loop_vars", frame.loop_frame), ("_block_vars", frame.block_frame))
            if known
        )
        self.write("(callee")
        if not node.kwargs:
            self.write(".plain if type(callee := ")
            self.visit(node.node, frame)
            self.write(f") is Macro and callee.most >= {len(node.args)} else callee if type(callee)")
        else:
            self.write(" if type(callee := ")
            self.visit(node.node, frame)
            self.write(")")
        self.write(f" in AS_THEY_ARE else partial(context.call, callee{named}))(")
        for arg in (*node.args, *node.kwargs):
            self.visit(arg, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_call(node, frame):
            self.write("(found if type(found := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if _is_call(node, frame):
            self.write(") is Markup else escape(found))")
        else:
            super()._output_child_post(node, frame, finalize)


def _is_call(node: nodes.Expr, frame: Frame) -> bool:
    """Whether markup is what most often comes of it, so that it is worth a look before it is escaped."""
    return isinstance(node, nodes.Call) and bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
