"""Tokens and items of Rust source: just enough to know where every definition begins and ends."""
import re

TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<line>//[^\n]*)|(?P<block>/\*)|(?P<raw>(?:b|c)?r(?P<hash>\#*)")"""
    r"""|(?P<string>[bc]?"(?:\\.|[^"\\])*")|(?P<char>b?'(?:\\(?:x..|u\{[^}]*\}|.)|[^'\\\n])')|(?P<lifetime>'[A-Za-z_]\w*)"""
    r"""|(?P<number>[0-9][0-9A-Za-z_]*(?:\.[0-9][0-9A-Za-z_]*)?)|(?P<ident>(?:r\#)?[^\W\d]\w*)|(?P<punct>::|->|=>|.)""",
    re.X | re.S)
CLOSE = {"{": "}", "(": ")", "[": "]"}


class Token:
    __slots__ = ("kind", "text", "line", "column")

    def __init__(self, kind, text, line, column):
        self.kind, self.text, self.line, self.column = kind, text, line, column


def tokens(source):
    """The tokens without comments; lines and columns (in characters) begin at 1."""
    found, at, line, start = [], 0, 1, 0
    if source.startswith("\ufeff"):
        at = start = 1
    if re.match(r"#!(?!\s*\[)", source[at:at + 20]):
        at = source.find("\n", at) if "\n" in source else len(source)
    while at < len(source):
        match = TOKEN.match(source, at)
        kind, end = match.lastgroup, match.end()
        if match.group("raw") is not None:
            kind = "string"
            end = source.find('"' + match.group("hash"), end)
            end = len(source) if end < 0 else end + 1 + len(match.group("hash"))
        elif kind == "block":
            depth = 1
            while depth and end < len(source):
                step = re.compile(r"/\*|\*/").search(source, end)
                end = step.end() if step else len(source)
                depth += 1 if step and step.group() == "/*" else -1
        text = source[at:end]
        if kind not in ("space", "line", "block"):
            found.append(Token(kind, text, line, at - start + 1))
        newlines = text.count("\n")
        if newlines:
            line += newlines
            start = at + text.rfind("\n") + 1
        at = end
    return found


class Definition:
    __slots__ = ("name", "kind", "token", "start", "end", "owns")

    def __init__(self, name, kind, token, start, end, owns):
        self.name, self.kind, self.token, self.start, self.end, self.owns = name, kind, token, start, end, owns


class Items:
    """The items of a file: `definitions`, `uses` (token ranges), `conditional` (ranges under cfg), `impls`."""

    def __init__(self, source):
        self.tokens = tokens(source)
        self.text = [t.text if t.kind in ("ident", "punct") else "" for t in self.tokens]
        self.match = self.brackets()
        self.opening = {closing: opening for opening, closing in self.match.items()}
        self.innermost = None
        self.definitions, self.uses, self.conditional, self.macros, self.impls = [], [], [], [], []
        self.items(0, len(self.tokens), [], "module")
        self.inner_conditions()

    def brackets(self):
        match, stack = {}, []
        for i, text in enumerate(self.text):
            if text in CLOSE:
                stack.append(i)
            elif text and text in "})]" and stack:
                match[stack.pop()] = i
        for i in stack:
            match[i] = len(self.tokens) - 1
        return match

    def skip(self, i, end, *stops):
        """The first token at or after i that is one of `stops`, outside brackets."""
        while i < end:
            if self.text[i] in stops:
                return i
            i = self.match[i] + 1 if i in self.match else i + 1
        return end

    def angles(self, i):
        """After the generics that begin at i, if any."""
        if i >= len(self.text) or self.text[i] != "<":
            return i
        depth = 0
        while i < len(self.text):
            if i in self.match:
                i = self.match[i]
            elif self.text[i] == "<":
                depth += 1
            elif self.text[i] == ">":
                depth -= 1
                if not depth:
                    return i + 1
            i += 1
        return i

    def word(self, i):
        return self.text[i] if i < len(self.text) else ""

    def attributes(self, i):
        """After the attributes at i, and whether one is a cfg."""
        conditional = False
        while self.word(i) == "#":
            inner = self.word(i + 1) == "!"
            bracket = i + 1 + inner
            if self.word(bracket) != "[":
                break
            conditional |= not inner and self.word(bracket + 1) in ("cfg", "cfg_attr")
            i = self.match[bracket] + 1
        return i, conditional

    def define(self, prefix, token, kind, start, end, owns=True):
        name = self.word(token)
        name = name[2:] if name.startswith("r#") else name
        if name != "_" and token < len(self.tokens) and self.tokens[token].kind == "ident":
            self.definitions.append(Definition(".".join(prefix + [name]), kind, token, start, end, owns))

    def items(self, i, end, prefix, context):
        while i < end:
            start = i
            i, conditional = self.attributes(i)
            if self.word(i) == "pub":
                i += 1
                if self.word(i) == "(":
                    i = self.match[i] + 1
            i = self.item(start, i, end, prefix, context)
            if conditional:
                self.conditional.append((start, i))

    def item(self, start, i, end, prefix, context):
        while self.word(i) in ("default", "unsafe", "async", "auto") or (
                self.word(i) in ("const", "extern") and self.leads_function(i)):
            if self.word(i + 1) == "!":
                break
            i += 1
            if i < end and self.tokens[i].kind == "string":
                i += 1
        word = self.word(i)
        after = {"fn": self.function, "struct": self.struct, "union": self.struct, "enum": self.enum, "trait": self.trait,
                 "impl": self.implementation, "mod": self.module, "const": self.value, "static": self.value,
                 "type": self.value}.get(word)
        if after and (word not in ("union",) or self.tokens[i + 1].kind == "ident"):
            return after(start, i, end, prefix, context)
        if word == "use" or (word == "extern" and self.word(i + 1) == "crate"):
            stop = self.skip(i, end, ";") + 1
            self.uses.append((i, stop))
            return stop
        if word == "extern":
            brace = self.skip(i, end, "{")
            self.items(brace + 1, self.match.get(brace, end), prefix, context)
            return self.match.get(brace, end) + 1
        if word == "macro_rules" and self.word(i + 1) == "!" or word == "macro":
            bracket = self.skip(i, end, "{", "(", "[")
            stop = self.match.get(bracket, end) + 1
            self.define(prefix, i + (2 if word == "macro_rules" else 1), "macro", start, stop)
            return stop
        if i < end and self.tokens[i].kind == "ident" or word == "::":
            bracket = self.skip(i, end, "{", "(", "[", ";")
            if self.word(bracket - 1) == "!" or self.word(bracket - 2) == "!":
                self.macros.append((i, self.match.get(bracket, end) + 1))
            return self.match.get(bracket, bracket) + 1
        return self.match[i] + 1 if i in self.match else i + 1

    def leads_function(self, i):
        i += 1
        while self.word(i) in ("unsafe", "async", "extern", "const") or (
                i < len(self.tokens) and self.tokens[i].kind == "string"):
            i += 1
        return self.word(i) == "fn"

    def function(self, start, i, end, prefix, context):
        body = self.skip(i, end, "{", ";")
        stop = self.match.get(body, body) + 1
        self.define(prefix, i + 1, "function" if context == "module" else "method", start, stop)
        return stop

    def struct(self, start, i, end, prefix, context):
        body = self.skip(self.angles(i + 2), end, "{", ";")
        stop = self.match.get(body, body) + 1
        self.define(prefix, i + 1, "struct", start, stop)
        if self.word(body) == "{":
            self.fields(body, prefix + [self.word(i + 1)])
        return stop

    def fields(self, brace, prefix):
        i, end = brace + 1, self.match[brace]
        while i < end:
            start = i
            i, _ = self.attributes(i)
            if self.word(i) == "pub":
                i += 1
                if self.word(i) == "(":
                    i = self.match[i] + 1
            stop = self.comma(i, end)
            self.define(prefix, i, "field", start, stop, owns=False)
            i = stop + 1

    def comma(self, i, end):
        depth = 0
        while i < end:
            text = self.text[i]
            if text == "," and depth <= 0:
                return i
            depth += (text == "<") - (text == ">")
            i = self.match[i] + 1 if i in self.match else i + 1
        return end

    def enum(self, start, i, end, prefix, context):
        body = self.skip(self.angles(i + 2), end, "{", ";")
        stop = self.match.get(body, body) + 1
        self.define(prefix, i + 1, "enum", start, stop)
        prefix = prefix + [self.word(i + 1)]
        at, last = body + 1, stop - 1
        while at < last:
            begin = at
            at, _ = self.attributes(at)
            comma = self.skip(at, last, ",")
            self.define(prefix, at, "constant", begin, comma)
            if self.word(at + 1) == "{":
                self.fields(at + 1, prefix + [self.word(at)])
            at = comma + 1
        return stop

    def trait(self, start, i, end, prefix, context):
        body = self.skip(i, end, "{", ";")
        stop = self.match.get(body, body) + 1
        self.define(prefix, i + 1, "trait", start, stop)
        if self.word(body) == "{":
            self.items(body + 1, stop - 1, prefix + [self.word(i + 1)], "trait")
        return stop

    def implementation(self, start, i, end, prefix, context):
        body = self.skip(i, end, "{", ";")
        stop = self.match.get(body, body) + 1
        at = self.angles(i + 1)
        subject, depth = at, 0
        for j in range(at, body):
            depth += (self.text[j] == "<") - (self.text[j] == ">")
            if self.text[j] == "for" and depth == 0 and self.word(j + 1) != "<":
                subject = j + 1
            if self.text[j] == "where" and depth == 0:
                break
        name = self.base(subject, body)
        self.impls.append((start, body, stop, name))
        self.items(body + 1, stop - 1, prefix + [name], "impl")
        return stop

    def base(self, i, end):
        """The last name of the path that a type is, behind references; `<impl>` for other types."""
        while i < end and (self.text[i] in ("&", "*", "mut", "const", "dyn") or self.tokens[i].kind == "lifetime"):
            i += 1
        name = "<impl>"
        while i < end and (self.tokens[i].kind == "ident" or self.text[i] == "::"):
            if self.text[i] == "where":
                break
            if self.text[i] != "::":
                name = self.text[i]
            i += 1
        return name

    def module(self, start, i, end, prefix, context):
        if self.word(i + 2) != "{":
            return i + 3
        stop = self.match[i + 2] + 1
        self.define(prefix, i + 1, "namespace", start, stop)
        self.items(i + 3, stop - 1, prefix + [self.word(i + 1)], "module")
        return stop

    def value(self, start, i, end, prefix, context):
        stop = self.skip(i, end, ";") + 1
        name = i + 2 if self.word(i + 1) == "mut" else i + 1
        kind = {"const": "constant", "static": "variable", "type": "type"}[self.word(i)]
        self.define(prefix, name, kind, start, stop)
        return stop

    def inner_conditions(self):
        """Statements, fields and arms under cfg: from the attribute to the end of what it leads."""
        i = 0
        while i < len(self.tokens):
            if self.text[i] == "#":
                after, conditional = self.attributes(i)
                if conditional:
                    j = after
                    while j < len(self.text) and self.text[j] not in (";", ",", "}", ")", "]"):
                        if j in self.match:
                            closing = self.match[j]
                            j = closing
                            if self.text[closing] == "}":
                                break
                        j += 1
                    self.conditional.append((i, j))
                i = max(after, i + 1)
            else:
                i += 1

    def owner(self, i):
        """The innermost owning definition around token i, or None."""
        if self.innermost is None:
            self.innermost = [None] * len(self.tokens)
            for d in sorted((d for d in self.definitions if d.owns), key=lambda d: (d.start, -d.end)):
                self.innermost[d.start:d.end] = [d] * (min(d.end, len(self.tokens)) - d.start)
        return self.innermost[i] if i < len(self.innermost) else None

    def around(self, start, end):
        """The innermost owning definition around a range that is not that range's own, or None."""
        best = None
        for d in self.definitions:
            if d.owns and d.start <= start and end <= d.end and d.start < start:
                best = d if best is None or d.start > best.start else best
        return best
