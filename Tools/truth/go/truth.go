// truth.go: the truth about definitions and references of a tree of Go, after go/types.
//
//	go run truth.go DIR > truth.jsonl
//
// Prints JSON lines (paths relative to DIR, with slashes):
//
//	{"t":"def","path","name","kind","line"}
//	    Package-level functions, types, variables and constants, methods ("Type.Method"), fields of structs and methods
//	    of interfaces ("Type.Member") that a type declaration spells out itself.
//	    kind: function method struct interface type variable constant field; line: the line of the name.
//	{"t":"ref","path","from","to_path","to","line","how","stated","chain","eager","amb"}
//	    from is the innermost package-level declaration around the use (a method is "Type.Method"; of a declaration with
//	    several names the first), or "<module>". Each (path, from, to_path, to) appears once, under the first how of this
//	    list, with the line of the first use. Self edges are left out.
//	    how: name      a plain identifier (also from a dot import and an embedded field's type)
//	         member    package.Name, and a method expression Type.Method
//	         key       a field named in a composite literal; stated unless the literal's type is elided or computed
//	         receiver  a field or method through a value; stated when the value is a plain name whose declaration
//	                   states its type (parameter, result, receiver of a method, var with a type, and var, := or
//	                   package variable from T{…}, &T{…} or new(T)), or (chain) fields selected from such a name
//	                   that are declared with a named type, or embedded
//	    by (receivers): what the value is: parameter (also results and the method's own), variable (of a stated type),
//	         assigned (of none), chain (fields selected from a name), call, other.
//	    eager: in the initialiser of a package-level variable, outside function literals.
//	    amb: one of several targets, each printed: the name is declared more than once (under build constraints that
//	    exclude each other, or twice in one package).
//	{"t":"unresolved","path","from","name"}
//	    a name that could not be resolved, mostly for unknown packages: nothing is known of its edges.
//	{"t":"error","path","msg"}  a file that is left out: it does not parse, or no build configuration takes it.
//
// How: a directory's files are grouped by package name; in-package tests are checked with their package, external tests
// against that. Files are first taken as for linux/amd64; those left over with the first further system, architecture,
// cgo setting or tags that take them, and the edges of all configurations are united. Modules are found by their go.mod
// files; the standard library is checked from GOROOT/src; an import that is neither is unknown, and errors of types are
// ignored, so that what is reached only through unknown packages is no edge.
//
// Left out on purpose: directories called vendor or node_modules or with a leading dot; files tagged `ignore`; imports
// themselves (a package is no definition); locals, parameters, type parameters, labels; members of anonymous and local
// structs and interfaces; the embedded fields that a promoted selection passes; which type implements an interface (a
// call through an interface refers to the interface's method); assembly, cgo's C.names, reflection, go:linkname.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// A definition, as printed.
type definition struct {
	T    string `json:"t"`
	Path string `json:"path"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	Line int    `json:"line"`
}

// A reference, as printed.
type reference struct {
	T         string `json:"t"`
	Path      string `json:"path"`
	From      string `json:"from"`
	ToPath    string `json:"to_path"`
	To        string `json:"to"`
	Line      int    `json:"line"`
	How       string `json:"how"`
	Stated    bool   `json:"stated,omitempty"`
	Chain     bool   `json:"chain,omitempty"`
	By        string `json:"by,omitempty"`
	Eager     bool   `json:"eager"`
	Ambiguous bool   `json:"amb"`
}

// A use of a name that the checker says nothing of.
type unresolved struct {
	T    string `json:"t"`
	Path string `json:"path"`
	From string `json:"from"`
	Name string `json:"name"`
}

type failure struct {
	T       string `json:"t"`
	Path    string `json:"path"`
	Message string `json:"msg"`
}

type edge struct{ path, from, toPath, to string }

// One parsed file of the tree.
type file struct {
	path, directory, base string // relative path, absolute directory, base name
	syntax                *ast.File
	failure               string
	taken                 bool // checked in some configuration
}

// A way to build: which files are taken.
type configuration struct {
	context build.Context
	key     string
}

type project struct {
	root        string
	set         *token.FileSet
	files       []*file
	directories map[string][]*file // by absolute directory
	modules     map[string]string  // module path -> absolute directory
	definitions map[token.Pos]definition
	declared    map[string][]token.Pos  // directory, package and name -> places
	fieldTypes  map[token.Pos]bool      // fields whose type is a named one, and embedded ones
	embedded    map[token.Pos]token.Pos // where go/types places an embedded field -> its name
	packages    map[string]*types.Package
	loading     map[string]bool
	standard    map[string]*ast.File
	edges       map[edge]*reference
	order       []edge
	unresolved  map[unresolved]bool
	checked     map[string]bool
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: truth DIR")
		os.Exit(2)
	}
	root, err := filepath.Abs(os.Args[1])
	if err == nil {
		root, err = filepath.EvalSymlinks(root)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p := &project{
		root: root, set: token.NewFileSet(), directories: map[string][]*file{}, modules: map[string]string{},
		definitions: map[token.Pos]definition{}, declared: map[string][]token.Pos{}, fieldTypes: map[token.Pos]bool{}, embedded: map[token.Pos]token.Pos{},
		packages: map[string]*types.Package{}, loading: map[string]bool{}, standard: map[string]*ast.File{},
		edges: map[edge]*reference{}, unresolved: map[unresolved]bool{}, checked: map[string]bool{},
	}
	p.read()
	for _, f := range p.files {
		if f.syntax != nil {
			p.define(f)
		}
	}
	p.check()
	p.write()
}

// ---- reading

func (p *project) read() {
	var names []string
	walk := func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != p.root && (name == "vendor" || name == "node_modules" || strings.HasPrefix(name, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if name == "go.mod" {
			if module := moduleName(path); module != "" {
				p.modules[module] = filepath.Dir(path)
			}
		}
		if strings.HasSuffix(name, ".go") && entry.Type().IsRegular() {
			names = append(names, path)
		}
		return nil
	}
	filepath.WalkDir(p.root, walk)
	sort.Strings(names)
	for _, name := range names {
		relative, _ := filepath.Rel(p.root, name)
		f := &file{path: filepath.ToSlash(relative), directory: filepath.Dir(name), base: filepath.Base(name)}
		syntax, err := parser.ParseFile(p.set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		switch {
		case err != nil:
			f.failure = err.Error()
		case ignored(syntax):
			f.failure = "tagged ignore"
		default:
			f.syntax = syntax
			p.directories[f.directory] = append(p.directories[f.directory], f)
		}
		p.files = append(p.files, f)
	}
}

func moduleName(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for _, line := range strings.Split(string(data), "\n") {
		fields := strings.Fields(line)
		if len(fields) >= 2 && fields[0] == "module" {
			if name, err := strconv.Unquote(fields[1]); err == nil {
				return name
			}
			return fields[1]
		}
	}
	return ""
}

// The build constraints above the package clause.
func constraints(syntax *ast.File) []constraint.Expr {
	var found []constraint.Expr
	for _, group := range syntax.Comments {
		if group.Pos() > syntax.Package {
			break
		}
		for _, line := range group.List {
			if constraint.IsGoBuild(line.Text) || constraint.IsPlusBuild(line.Text) {
				if expression, err := constraint.Parse(line.Text); err == nil {
					found = append(found, expression)
				}
			}
		}
	}
	return found
}

func tags(expression constraint.Expr, add func(string)) {
	switch e := expression.(type) {
	case *constraint.TagExpr:
		add(e.Tag)
	case *constraint.NotExpr:
		tags(e.X, add)
	case *constraint.AndExpr:
		tags(e.X, add)
		tags(e.Y, add)
	case *constraint.OrExpr:
		tags(e.X, add)
		tags(e.Y, add)
	}
}

func ignored(syntax *ast.File) bool {
	for _, expression := range constraints(syntax) {
		if !expression.Eval(func(tag string) bool { return tag != "ignore" }) &&
			expression.Eval(func(tag string) bool { return true }) {
			return true
		}
	}
	return false
}

// ---- definitions

func (p *project) define(f *file) {
	for _, declaration := range f.syntax.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				p.add(f, d.Name, d.Name.Name, "function")
			} else if base := receiverBase(d); base != "" {
				p.add(f, d.Name, base+"."+d.Name.Name, "method")
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					p.defineType(f, s)
				case *ast.ValueSpec:
					kind := "variable"
					if d.Tok == token.CONST {
						kind = "constant"
					}
					for _, name := range s.Names {
						p.add(f, name, name.Name, kind)
					}
				}
			}
		}
	}
}

func (p *project) defineType(f *file, s *ast.TypeSpec) {
	switch t := s.Type.(type) {
	case *ast.StructType:
		p.add(f, s.Name, s.Name.Name, "struct")
		for _, field := range t.Fields.List {
			names := field.Names
			if len(names) == 0 {
				if name := typeName(field.Type); name != nil {
					names = []*ast.Ident{name}
					p.embedded[field.Type.Pos()] = name.Pos()
				}
			}
			for _, name := range names {
				p.add(f, name, s.Name.Name+"."+name.Name, "field")
				p.fieldTypes[name.Pos()] = typeName(field.Type) != nil
			}
		}
	case *ast.InterfaceType:
		p.add(f, s.Name, s.Name.Name, "interface")
		for _, field := range t.Methods.List {
			for _, name := range field.Names {
				p.add(f, name, s.Name.Name+"."+name.Name, "method")
			}
		}
	default:
		p.add(f, s.Name, s.Name.Name, "type")
	}
}

func (p *project) add(f *file, name *ast.Ident, qualified, kind string) {
	if name.Name == "_" {
		return
	}
	line := p.set.PositionFor(name.Pos(), false).Line
	p.definitions[name.Pos()] = definition{"def", f.path, qualified, kind, line}
	if qualified != "init" {
		key := f.directory + "\x00" + f.syntax.Name.Name + "\x00" + qualified
		p.declared[key] = append(p.declared[key], name.Pos())
	}
}

func receiverBase(d *ast.FuncDecl) string {
	if len(d.Recv.List) == 0 {
		return ""
	}
	if name := typeName(d.Recv.List[0].Type); name != nil {
		return name.Name
	}
	return ""
}

// The name of a type that is a name, perhaps qualified, pointed to, instantiated or in parentheses; else nil.
func typeName(expression ast.Expr) *ast.Ident {
	switch e := expression.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.ParenExpr:
		return typeName(e.X)
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.IndexListExpr:
		return typeName(e.X)
	}
	return nil
}

// ---- checking

func (p *project) check() {
	first := newConfiguration("linux", "amd64", true, nil)
	var directories []string
	for directory := range p.directories {
		directories = append(directories, directory)
	}
	sort.Strings(directories)
	for _, directory := range directories {
		p.checkDirectory(directory, first)
	}
	for _, f := range p.files {
		if f.syntax == nil || f.taken {
			continue
		}
		if c := configurationFor(f); c != nil {
			p.checkDirectory(f.directory, c)
		}
		if !f.taken {
			f.failure = "no build configuration takes it"
		}
	}
}

func newConfiguration(system, architecture string, cgo bool, tags []string) *configuration {
	context := build.Default
	context.GOOS, context.GOARCH, context.CgoEnabled = system, architecture, cgo
	context.BuildTags = tags
	key := fmt.Sprint(system, "/", architecture, " ", cgo, " ", tags)
	return &configuration{context, key}
}

func configurationFor(f *file) *configuration {
	custom := []string{}
	for _, expression := range constraints(f.syntax) {
		tags(expression, func(tag string) { custom = append(custom, tag) })
	}
	choices := [][]string{nil, custom}
	for _, tag := range custom {
		choices = append(choices, []string{tag})
	}
	systems := []string{"linux", "windows", "darwin", "freebsd", "openbsd", "netbsd", "dragonfly", "solaris", "illumos",
		"aix", "plan9", "js", "wasip1", "android", "ios", "zos", "hurd", "nacl"}
	architectures := []string{"amd64", "arm64", "386", "arm", "wasm", "ppc64", "ppc64le", "s390x", "mips", "mipsle",
		"mips64", "mips64le", "riscv64", "loong64", "sparc64"}
	for _, chosen := range choices {
		for _, system := range systems {
			for _, architecture := range architectures {
				for _, cgo := range []bool{true, false} {
					c := newConfiguration(system, architecture, cgo, chosen)
					if ok, err := c.context.MatchFile(f.directory, f.base); err == nil && ok {
						return c
					}
				}
			}
		}
	}
	return nil
}

// Checks every package of a directory, with bodies, and notes its edges.
func (p *project) checkDirectory(directory string, c *configuration) {
	key := directory + "\x00" + c.key
	if p.checked[key] {
		return
	}
	p.checked[key] = true
	plain, tests, external := map[string][]*file{}, map[string][]*file{}, map[string][]*file{}
	names := map[string]bool{}
	for _, f := range p.directories[directory] {
		if ok, err := c.context.MatchFile(directory, f.base); err != nil || !ok {
			continue
		}
		name := f.syntax.Name.Name
		switch {
		case !strings.HasSuffix(f.base, "_test.go"):
			plain[name] = append(plain[name], f)
		case strings.HasSuffix(name, "_test"):
			name = strings.TrimSuffix(name, "_test")
			external[name] = append(external[name], f)
		default:
			tests[name] = append(tests[name], f)
		}
		names[name] = true
	}
	sorted := []string{}
	for name := range names {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	for _, name := range sorted {
		importer := &loader{p, c, directory, map[string]*types.Package{}}
		path := p.importPath(directory)
		if files := append(append([]*file{}, plain[name]...), tests[name]...); len(files) > 0 {
			checked := p.record(path, files, importer)
			importer.replaced[path] = checked
		}
		if files := external[name]; len(files) > 0 {
			p.record(path+"_test", files, importer)
		}
	}
}

func (p *project) importPath(directory string) string {
	best, path := "", ""
	for module, root := range p.modules {
		if (directory == root || strings.HasPrefix(directory, root+string(filepath.Separator))) && len(root) >= len(best) {
			relative, _ := filepath.Rel(root, directory)
			best, path = root, module
			if relative != "." {
				path += "/" + filepath.ToSlash(relative)
			}
		}
	}
	if path == "" {
		return directory
	}
	return path
}

func (p *project) record(path string, files []*file, importer types.Importer) *types.Package {
	info := &types.Info{
		Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Types: map[ast.Expr]types.TypeAndValue{},
	}
	checker := types.Config{Importer: importer, FakeImportC: true, Error: func(error) {}, Sizes: types.SizesFor("gc", runtime.GOARCH)}
	var syntax []*ast.File
	for _, f := range files {
		syntax = append(syntax, f.syntax)
		f.taken = true
	}
	checked, _ := checker.Check(path, p.set, syntax, info)
	stated, parameters := statedNames(syntax, info)
	for _, f := range files {
		p.references(f, info, stated, parameters)
	}
	return checked
}

// Imports packages of the project, then of the standard library, without bodies and tests.
type loader struct {
	project       *project
	configuration *configuration
	from          string
	replaced      map[string]*types.Package // the package under test, with its tests
}

var errUnknown = errors.New("unknown package")

func (l *loader) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if replaced := l.replaced[path]; replaced != nil {
		return replaced, nil
	}
	p := l.project
	key := path + "\x00" + l.configuration.key
	if loaded, ok := p.packages[key]; ok {
		if loaded == nil {
			return nil, errUnknown
		}
		return loaded, nil
	}
	if p.loading[key] {
		return nil, errors.New("import cycle")
	}
	p.loading[key] = true
	defer delete(p.loading, key)
	syntax := l.sources(path)
	if len(syntax) == 0 {
		p.packages[key] = nil
		return nil, errUnknown
	}
	checker := types.Config{
		Importer: &loader{p, l.configuration, "", nil}, FakeImportC: true, IgnoreFuncBodies: true, Error: func(error) {},
		Sizes: types.SizesFor("gc", runtime.GOARCH),
	}
	loaded, _ := checker.Check(path, p.set, syntax, nil)
	p.packages[key] = loaded
	return loaded, nil
}

func (l *loader) sources(path string) []*ast.File {
	if directory := l.project.directoryOf(path); directory != "" {
		byName := map[string][]*ast.File{}
		for _, f := range l.project.directories[directory] {
			if strings.HasSuffix(f.base, "_test.go") {
				continue
			}
			if ok, err := l.configuration.context.MatchFile(directory, f.base); err == nil && ok {
				byName[f.syntax.Name.Name] = append(byName[f.syntax.Name.Name], f.syntax)
			}
		}
		return largest(byName)
	}
	for _, base := range []string{"src", "src/vendor"} {
		directory := filepath.Join(runtime.GOROOT(), base, path)
		entries, err := os.ReadDir(directory)
		if err != nil {
			continue
		}
		var found []*ast.File
		for _, entry := range entries {
			name := entry.Name()
			if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			if ok, err := l.configuration.context.MatchFile(directory, name); err != nil || !ok {
				continue
			}
			full := filepath.Join(directory, name)
			syntax := l.project.standard[full]
			if syntax == nil {
				syntax, err = parser.ParseFile(l.project.set, full, nil, parser.SkipObjectResolution)
				if err != nil {
					continue
				}
				l.project.standard[full] = syntax
			}
			found = append(found, syntax)
		}
		return found
	}
	return nil
}

// Of several packages in one directory the one with the most files, and then not main.
func largest(byName map[string][]*ast.File) []*ast.File {
	var best []*ast.File
	bestName := ""
	for name, files := range byName {
		better := len(files) > len(best) || len(files) == len(best) && (bestName == "main" || name < bestName && name != "main")
		if best == nil || better {
			best, bestName = files, name
		}
	}
	return best
}

// The directory of an import path of one of the tree's modules, or "".
func (p *project) directoryOf(path string) string {
	best, directory := "", ""
	for module, root := range p.modules {
		if (path == module || strings.HasPrefix(path, module+"/")) && len(module) > len(best) {
			best, directory = module, filepath.Join(root, filepath.FromSlash(strings.TrimPrefix(path, module)))
		}
	}
	if len(p.directories[directory]) == 0 {
		return ""
	}
	return directory
}

// ---- references

// The variables whose declarations state their types, and which of them are parameters.
func statedNames(files []*ast.File, info *types.Info) (stated, parameters map[types.Object]bool) {
	stated, parameters = map[types.Object]bool{}, map[types.Object]bool{}
	note := func(name *ast.Ident) {
		if object := info.Defs[name]; object != nil {
			stated[object] = true
		}
	}
	parameter := func(name *ast.Ident) {
		note(name)
		if object := info.Defs[name]; object != nil {
			parameters[object] = true
		}
	}
	for _, syntax := range files {
		ast.Inspect(syntax, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.FuncDecl:
				if n.Recv != nil {
					noteFields(n.Recv, parameter)
				}
			case *ast.FuncType:
				noteFields(n.Params, parameter)
				if n.Results != nil {
					noteFields(n.Results, parameter)
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if typeName(n.Type) != nil || n.Type == nil && len(n.Values) == len(n.Names) && statesType(n.Values[i]) {
						note(name)
					}
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					name, ok := left.(*ast.Ident)
					if ok && n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) && statesType(n.Rhs[i]) {
						note(name)
					}
				}
			}
			return true
		})
	}
	return stated, parameters
}

func noteFields(fields *ast.FieldList, note func(*ast.Ident)) {
	for _, field := range fields.List {
		if typeName(field.Type) != nil {
			for _, name := range field.Names {
				note(name)
			}
		}
	}
}

// T{…}, &T{…}, new(T)
func statesType(expression ast.Expr) bool {
	switch e := expression.(type) {
	case *ast.CompositeLit:
		return e.Type != nil && typeName(e.Type) != nil
	case *ast.UnaryExpr:
		return e.Op == token.AND && statesType(e.X)
	case *ast.ParenExpr:
		return statesType(e.X)
	case *ast.CallExpr:
		name, ok := e.Fun.(*ast.Ident)
		return ok && name.Name == "new" && len(e.Args) == 1 && typeName(e.Args[0]) != nil
	}
	return false
}

// A walk over one file.
type walk struct {
	project            *project
	file               *file
	info               *types.Info
	stated, parameters map[types.Object]bool
	from               string
	eager              bool
	keys               map[*ast.Ident]bool // field names in composite literals -> stated
}

func (p *project) references(f *file, info *types.Info, stated, parameters map[types.Object]bool) {
	w := &walk{project: p, file: f, info: info, stated: stated, parameters: parameters, keys: map[*ast.Ident]bool{}}
	for _, declaration := range f.syntax.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			w.from, w.eager = w.owner(d.Name), false
			w.visit(d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					w.from, w.eager = w.owner(s.Name), false
					w.visit(s)
				case *ast.ValueSpec:
					w.from = w.owner(s.Names...)
					if s.Type != nil {
						w.eager = false
						w.visit(s.Type)
					}
					for _, value := range s.Values {
						w.eager = d.Tok == token.VAR
						w.visit(value)
					}
				}
			}
		}
	}
}

func (w *walk) owner(names ...*ast.Ident) string {
	for _, name := range names {
		if d, ok := w.project.definitions[name.Pos()]; ok {
			return d.Name
		}
	}
	return "<module>"
}

func (w *walk) visit(node ast.Node) {
	ast.Inspect(node, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncLit:
			eager := w.eager
			w.visit(n.Type)
			w.eager = false
			w.visit(n.Body)
			w.eager = eager
			return false
		case *ast.CompositeLit:
			w.noteKeys(n)
		case *ast.SelectorExpr:
			w.visit(n.X)
			w.selector(n)
			return false
		case *ast.Ident:
			object := w.info.Uses[n]
			if object == nil {
				w.unresolved(n)
				return true
			}
			if stated, ok := w.keys[n]; ok {
				w.note(n, object, reference{How: "key", Stated: stated})
			} else {
				w.note(n, object, reference{How: "name"})
			}
		}
		return true
	})
}

func (w *walk) unresolved(name *ast.Ident) {
	if _, ok := w.info.Defs[name]; !ok && name.Name != "_" {
		w.project.unresolved[unresolved{"unresolved", w.file.path, w.from, name.Name}] = true
	}
}

func (w *walk) noteKeys(literal *ast.CompositeLit) {
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if name, ok := pair.Key.(*ast.Ident); ok {
			if field, ok := w.info.Uses[name].(*types.Var); ok && field.IsField() {
				w.keys[name] = literal.Type != nil && typeName(literal.Type) != nil
			}
		}
	}
}

func (w *walk) selector(n *ast.SelectorExpr) {
	selection := w.info.Selections[n]
	if selection == nil {
		if object := w.info.Uses[n.Sel]; object != nil {
			w.note(n.Sel, object, reference{How: "member"})
		} else {
			w.unresolved(n.Sel)
		}
		return
	}
	if selection.Kind() == types.MethodExpr {
		w.note(n.Sel, selection.Obj(), reference{How: "member"})
		return
	}
	w.receiver(n, selection.Obj())
}

func (w *walk) receiver(n *ast.SelectorExpr, object types.Object) {
	stated, chain := w.states(n.X)
	w.note(n.Sel, object, reference{How: "receiver", Stated: stated, Chain: chain, By: w.sort(n.X)})
}

// What a value is that a field or method is selected from.
func (w *walk) sort(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.ParenExpr:
		return w.sort(e.X)
	case *ast.Ident:
		object := w.info.Uses[e]
		switch {
		case w.parameters[object]:
			return "parameter"
		case w.stated[object]:
			return "variable"
		}
		return "assigned"
	case *ast.SelectorExpr:
		if of := w.sort(e.X); of == "call" || of == "other" {
			return of
		}
		return "chain"
	case *ast.CallExpr:
		return "call"
	}
	return "other"
}

// Whether an expression is a name of stated type, or a chain of fields of named types from one.
func (w *walk) states(expression ast.Expr) (stated, chain bool) {
	switch e := expression.(type) {
	case *ast.ParenExpr:
		return w.states(e.X)
	case *ast.Ident:
		return w.stated[w.info.Uses[e]], false
	case *ast.SelectorExpr:
		if selection := w.info.Selections[e]; selection != nil {
			if selection.Kind() != types.FieldVal || !w.project.fieldTypes[w.project.placeOf(selection.Obj())] {
				return false, false
			}
			stated, _ := w.states(e.X)
			return stated, stated
		}
		return w.stated[w.info.Uses[e.Sel]] || w.statedElsewhere(e.Sel), true
	}
	return false, false
}

// A variable of another package counts as stated when its declaration there has a type or a literal.
func (w *walk) statedElsewhere(name *ast.Ident) bool {
	object, ok := w.info.Uses[name].(*types.Var)
	if !ok || object.IsField() {
		return false
	}
	for _, f := range w.project.files {
		if f.syntax == nil || f.syntax.Pos() > object.Pos() || f.syntax.End() < object.Pos() {
			continue
		}
		found := false
		ast.Inspect(f.syntax, func(node ast.Node) bool {
			if s, ok := node.(*ast.ValueSpec); ok {
				for i, name := range s.Names {
					if name.Pos() == object.Pos() {
						found = typeName(s.Type) != nil ||
							s.Type == nil && len(s.Values) == len(s.Names) && statesType(s.Values[i])
					}
				}
			}
			return !found
		})
		return found
	}
	return false
}

var rank = map[string]int{"name": 0, "member": 1, "key": 2, "receiver": 3}

func (p *project) placeOf(object types.Object) token.Pos {
	if field, ok := object.(*types.Var); ok && field.Embedded() {
		if place, ok := p.embedded[field.Pos()]; ok {
			return place
		}
	}
	return object.Pos()
}

// Notes the edge from a name to what it means, with what is told of it.
func (w *walk) note(name *ast.Ident, object types.Object, told reference) {
	p := w.project
	place := p.placeOf(object)
	target, ok := p.definitions[place]
	if !ok || target.Name[strings.LastIndex(target.Name, ".")+1:] != name.Name {
		return
	}
	line := p.set.PositionFor(name.Pos(), false).Line
	places := p.declared[p.declarationKey(target)]
	ambiguous := len(places) > 1
	targets := []definition{target}
	if ambiguous {
		targets = targets[:0]
		for _, place := range places {
			targets = append(targets, p.definitions[place])
		}
	}
	for _, t := range targets {
		key := edge{w.file.path, w.from, t.Path, t.Name}
		if t.Path == w.file.path && t.Name == w.from {
			continue
		}
		r := new(reference)
		*r = told
		r.T, r.Path, r.From, r.ToPath, r.To = "ref", key.path, key.from, key.toPath, key.to
		r.Line, r.Eager, r.Ambiguous = line, w.eager, ambiguous
		old := p.edges[key]
		if old == nil {
			p.order = append(p.order, key)
			p.edges[key] = r
			continue
		}
		eager := old.Eager || r.Eager
		if better(r, old) {
			p.edges[key] = r
		}
		p.edges[key].Eager = eager
	}
}

func better(a, b *reference) bool {
	score := func(r *reference) int {
		s := rank[r.How] * 4
		if !r.Stated {
			s += 2
		}
		if r.Chain {
			s++
		}
		return s
	}
	return score(a) < score(b)
}

func (p *project) declarationKey(d definition) string {
	full := filepath.Join(p.root, filepath.FromSlash(d.Path))
	for _, f := range p.directories[filepath.Dir(full)] {
		if f.path == d.Path {
			return f.directory + "\x00" + f.syntax.Name.Name + "\x00" + d.Name
		}
	}
	return ""
}

// ---- writing

func (p *project) write() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, f := range p.files {
		if f.failure != "" {
			encoder.Encode(failure{"error", f.path, f.failure})
		}
	}
	var places []token.Pos
	for place := range p.definitions {
		places = append(places, place)
	}
	sort.Slice(places, func(i, j int) bool { return places[i] < places[j] })
	for _, place := range places {
		encoder.Encode(p.definitions[place])
	}
	var rest []unresolved
	for u := range p.unresolved {
		rest = append(rest, u)
	}
	sort.Slice(rest, func(i, j int) bool {
		a, b := rest[i], rest[j]
		return a.Path < b.Path || a.Path == b.Path && (a.From < b.From || a.From == b.From && a.Name < b.Name)
	})
	for _, u := range rest {
		encoder.Encode(u)
	}
	sort.Slice(p.order, func(i, j int) bool {
		a, b := p.order[i], p.order[j]
		switch {
		case a.path != b.path:
			return a.path < b.path
		case a.from != b.from:
			return a.from < b.from
		case a.toPath != b.toPath:
			return a.toPath < b.toPath
		}
		return a.to < b.to
	})
	for _, key := range p.order {
		encoder.Encode(p.edges[key])
	}
}
