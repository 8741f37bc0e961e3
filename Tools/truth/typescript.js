'use strict';
/*
 * The truth about TypeScript and JavaScript: definitions and who uses them, as TypeScript's own checker resolves them.
 *
 *   node typescript.js [--javascript] DIR > truth.jsonl        (Debian's node-typescript, 4.8)
 *
 * Reads *.ts and *.tsx under DIR; with --javascript also *.js, *.jsx, *.mjs and *.cjs. Folders called node_modules or
 * beginning with a dot are left out. TYPESCRIPT names another folder of the compiler. One JSON object a line:
 *
 *   {"t":"def","path","name","kind","line"}
 *       name: dotted in its module: Namespace.Class.method; an anonymous default export is "default", a constructor
 *       "constructor". kind: function class interface type enum namespace variable method accessor constructor
 *       property enum_member. line: of the name.
 *   {"t":"ref","path","from","to_path","to","line","how","amb"}
 *       from: the innermost definition around the use, or "<module>"; in functions and object literals nothing is a
 *       definition. A statement's several variables own their own parts, the first the rest. to "<module>": a whole
 *       module, from an import. how: name, this, super, member (after a module, namespace, class or enum), import (also
 *       export … from), receiver. Every declaration of a merged name is a target; amb: always false.
 *       Each (path, from, to_path, to) is printed once, receivers only where nothing else names the target.
 *   how receiver: x.f where x is another value. "by": parameter, local, field (this.x), call, new, other. "stated": x is a
 *       name or this.x whose declaration has a type, or is initialised with `new`.
 *   In JavaScript the name of `const x = require(…)` is a use, as the name of an import is, and a name taken from
 *   `module.exports = { a, b: c }` is what `a` and `c` are. A value without a name in a module's place is the module.
 *   {"t":"error","path","msg"}   a file that cannot be parsed; it is left out, also as a target.
 *
 * All files are one program, save that a script's name which the scripts of several projects declare (folders with a
 * tsconfig.json) is that of the nearest project: compilers are run on one at a time.
 *
 * Left out: locals; members of interfaces, type literals and object literals; computed names; parameters, unless a modifier
 * makes them properties; what assignments declare in JavaScript (module.exports = …, C.prototype.f = …, this.x = …);
 * ambient modules and `declare global`; packages that are not in DIR. resolution.js says how modules are found.
 */
const fs = require('fs');
const path = require('path');
const ts = require(process.env.TYPESCRIPT || '/usr/share/nodejs/typescript');

const takesJavaScript = process.argv.includes('--javascript');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (!folder || !fs.existsSync(folder)) {
  process.stderr.write('usage: node typescript.js [--javascript] DIR > truth.jsonl\n');
  process.exit(2);
}
const root = path.resolve(folder);
const suffix = takesJavaScript ? /\.(tsx?|jsx?|mjs|cjs)$/ : /\.tsx?$/;

const files = sources(root);
const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.NodeJs,
  allowJs: takesJavaScript,
  esModuleInterop: takesJavaScript,
  noLib: false,
  types: [],
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  skipLibCheck: true,
};
const program = ts.createProgram(files, options, require('./resolution.js')(ts, root, files, options));
const checker = program.getTypeChecker();
const { SyntaxKind, SymbolFlags, NodeFlags } = ts;
const own = new Set(files);
const broken = new Set(files.filter((file) => program.getSyntacticDiagnostics(program.getSourceFile(file)).length));

function sources(directory) {
  const found = [];
  for (const entry of fs.readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) found.push(...sources(full));
    } else if (entry.isFile() && suffix.test(entry.name)) {
      found.push(full);
    }
  }
  return found;
}

// ---- output

const lines = [];
function emit(row) {
  lines.push(JSON.stringify(row));
}

function relative(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

// ---- definitions

function textOf(name) {
  const isWritten = name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name)
    || ts.isNumericLiteral(name));
  return isWritten ? name.text : null;
}

function isTopLevel(node) {
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)
    || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node);
}

function isClassMember(node) {
  return ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessor(node)
    || ts.isSetAccessor(node) || ts.isConstructorDeclaration(node);
}

function isAmbient(module) {
  return ts.isStringLiteral(module.name) || Boolean(module.flags & NodeFlags.GlobalAugmentation);
}

function isProperty(parameter) {
  const kinds = [
    SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.ReadonlyKeyword,
  ];
  return ts.isConstructorDeclaration(parameter.parent) && ts.isClassDeclaration(parameter.parent.parent)
    && Boolean(parameter.modifiers) && parameter.modifiers.some((modifier) => kinds.includes(modifier.kind));
}

/** The name of a declaration with that of its module or namespace before it; null when it is no definition. */
function inModule(parent, name) {
  if (ts.isSourceFile(parent)) return name;
  if (!ts.isModuleBlock(parent) || isAmbient(parent.parent)) return null;
  return inType(parent.parent, name);
}

function inType(parent, name) {
  const outer = qualifiedName(parent);
  return outer && name ? `${outer}.${name}` : null;
}

/** The dotted name of a definition in its module; null for locals, parameters, members of interfaces and the like. */
function qualifiedName(node) {
  if (ts.isSourceFile(node)) return '<module>';
  if (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) {
    const name = textOf(node.name);
    const list = name && variableList(node);
    return list ? inModule(list.parent.parent, name) : null;
  }
  if (isTopLevel(node)) {
    if (ts.isModuleDeclaration(node) && isAmbient(node)) return null;
    const name = node.name ? textOf(node.name) : 'default';
    return name && inModule(node.parent, name);
  }
  if (isClassMember(node) && ts.isClassDeclaration(node.parent)) {
    return inType(node.parent, ts.isConstructorDeclaration(node) ? 'constructor' : textOf(node.name));
  }
  if (ts.isParameter(node) && isProperty(node)) return inType(node.parent.parent, textOf(node.name));
  if (ts.isEnumMember(node)) return inType(node.parent, textOf(node.name));
  return null;
}

/** The list of a declared variable, also of one in a pattern, when it is a statement of its own. */
function variableList(node) {
  let at = node;
  while (at && !ts.isVariableDeclaration(at)) {
    if (ts.isParameter(at)) return null;
    at = at.parent;
  }
  const list = at && at.parent;
  return list && ts.isVariableDeclarationList(list) && ts.isVariableStatement(list.parent) ? list : null;
}

function kindOf(node) {
  const kinds = [
    [ts.isFunctionDeclaration, 'function'], [ts.isClassDeclaration, 'class'], [ts.isInterfaceDeclaration, 'interface'],
    [ts.isTypeAliasDeclaration, 'type'], [ts.isEnumDeclaration, 'enum'], [ts.isModuleDeclaration, 'namespace'],
    [ts.isMethodDeclaration, 'method'], [ts.isGetAccessor, 'accessor'], [ts.isSetAccessor, 'accessor'],
    [ts.isConstructorDeclaration, 'constructor'], [ts.isPropertyDeclaration, 'property'], [ts.isParameter, 'property'],
    [ts.isEnumMember, 'enum_member'],
  ];
  const found = kinds.find(([isKind]) => isKind(node));
  return found ? found[1] : 'variable';
}

function emitDefinitions(source) {
  (function visit(node) {
    const isVariable = (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name);
    if (isVariable || isTopLevel(node) || isClassMember(node) || ts.isEnumMember(node) || ts.isParameter(node)) {
      const name = qualifiedName(node);
      if (name) {
        const line = lineOf(source, node.name || node);
        emit({ t: 'def', path: relative(source.fileName), name, kind: kindOf(node), line });
      }
    }
    ts.forEachChild(node, visit);
  })(source);
}

// ---- uses

/** The innermost definition around a node. */
function ownerOf(node) {
  for (let at = node; at; at = at.parent) {
    if (ts.isVariableStatement(at)) {
      const declared = at.declarationList.declarations;
      const around = declared.find((one) => one.pos <= node.pos && node.end <= one.end) || declared[0];
      const name = ts.isIdentifier(around.name) ? qualifiedName(around) : firstIn(around.name);
      if (name) return name;
    } else if (isTopLevel(at) || isClassMember(at) || ts.isEnumMember(at)) {
      const name = qualifiedName(at);
      if (name) return name;
    }
  }
  return '<module>';
}

/** The first variable of a pattern. */
function firstIn(pattern) {
  let found = null;
  (function visit(node) {
    if (found) return;
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) found = qualifiedName(node);
    else ts.forEachChild(node, visit);
  })(pattern);
  return found;
}

/** Whether an identifier names what it stands in rather than using it. */
function isOwnName(node) {
  const { parent } = node;
  const usesItsName = ts.isPropertyAccessExpression(parent) || ts.isShorthandPropertyAssignment(parent)
    || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)
    || ts.isNamespaceImport(parent) || ts.isImportEqualsDeclaration(parent) || isRequired(parent);
  if (parent.name === node && !usesItsName) return true;
  return ts.isBindingElement(parent) && parent.propertyName === node || ts.isLabeledStatement(parent)
    || ts.isBreakOrContinueStatement(parent) || ts.isJsxAttribute(parent);
}

/** Whether a variable stands for what `require` gives. */
function isRequired(node) {
  if (!takesJavaScript || !ts.isVariableDeclaration(node) && !ts.isBindingElement(node)) return false;
  const symbol = ts.isIdentifier(node.name) && checker.getSymbolAtLocation(node.name);
  return Boolean(symbol && symbol.flags & SymbolFlags.Alias);
}

function isImport(node) {
  return ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node)
    || ts.isExportSpecifier(node) || ts.isImportEqualsDeclaration(node) || isRequired(node);
}

function unaliased(symbol) {
  if (!symbol || !(symbol.flags & SymbolFlags.Alias)) return exported(symbol);
  try {
    return exported(checker.getAliasedSymbol(symbol));
  } catch (error) {
    return symbol;
  }
}

function isReplacement(node) {
  return Boolean(node) && ts.isBinaryExpression(node) && node.left.getText() === 'module.exports';
}

/** What `… exports = require(…)`, `exports.f = require(…)` or a property of `module.exports = { a, b: c }` stands for. */
function exported(symbol) {
  const [declaration] = takesJavaScript && symbol && symbol.declarations || [];
  if (!declaration) return symbol;
  const assigned = ts.isPropertyAccessExpression(declaration) ? declaration.parent : declaration;
  if (assigned && ts.isBinaryExpression(assigned) && /^(module\.)?exports\b/.test(assigned.left.getText())) {
    return required(assigned.right) || symbol;
  }
  const object = declaration.parent;
  if (!object || !ts.isObjectLiteralExpression(object) || !isReplacement(object.parent)) return symbol;
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return unaliased(checker.getShorthandAssignmentValueSymbol(declaration));
  }
  if (!ts.isPropertyAssignment(declaration)) return symbol;
  const value = declaration.initializer;
  return ts.isIdentifier(value) ? unaliased(checker.getSymbolAtLocation(value)) : required(value) || symbol;
}

/** What `require(…)` gives; null for another expression. */
function required(call) {
  const isCall = ts.isCallExpression(call) && call.expression.getText() === 'require' && call.arguments.length === 1;
  const module = isCall && checker.getSymbolAtLocation(call.arguments[0]);
  if (!module) return null;
  const replacement = module.exports && module.exports.get('export=');
  return replacement ? unaliased(replacement) : module;
}

/** The name of a declaration; that of the module for a value without a name in its place. */
function targetName(declaration) {
  const isWhole = takesJavaScript && (isReplacement(declaration) || isReplacement(declaration.parent));
  return qualifiedName(declaration) || (isWhole ? '<module>' : null);
}

function symbolOf(node) {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
  if (ts.isExportSpecifier(parent) && !parent.parent.parent.moduleSpecifier) {
    return checker.getExportSpecifierLocalTargetSymbol(parent);
  }
  return checker.getSymbolAtLocation(node);
}

/** How an identifier is used: {how} and, for a member of a value, what that value is. */
function usage(node) {
  const { parent } = node;
  if (isImport(parent)) return { how: 'import' };
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return { how: 'name' };
  const object = parent.expression;
  if (object.kind === SyntaxKind.ThisKeyword) return { how: 'this' };
  if (object.kind === SyntaxKind.SuperKeyword) return { how: 'super' };
  const symbol = ts.isIdentifier(object) || ts.isPropertyAccessExpression(object)
    ? unaliased(checker.getSymbolAtLocation(object)) : null;
  const holdsMembers = SymbolFlags.Module | SymbolFlags.Class | SymbolFlags.Enum;
  if (symbol && symbol.flags & holdsMembers) return { how: 'member' };
  return { how: 'receiver', ...receiver(object, symbol) };
}

function receiver(object, symbol) {
  if (ts.isCallExpression(object)) return { by: 'call', stated: false };
  if (ts.isNewExpression(object)) return { by: 'new', stated: false };
  const isField = ts.isPropertyAccessExpression(object) && object.expression.kind === SyntaxKind.ThisKeyword;
  const declaration = symbol && symbol.valueDeclaration;
  if (!declaration || !(ts.isIdentifier(object) || isField)) return { by: 'other', stated: false };
  const isConstructed = Boolean(declaration.initializer) && ts.isNewExpression(declaration.initializer);
  return {
    by: isField ? 'field' : ts.isParameter(declaration) ? 'parameter' : 'local',
    stated: Boolean(declaration.type) || isConstructed,
  };
}

/** The declarations of a symbol; of a script's name that several projects declare, those of the nearest project. */
function declarationsOf(symbol, source) {
  const all = (symbol && symbol.declarations) || [];
  const isOfScript = all.length > 0 && !ts.isExternalModule(all[0].getSourceFile());
  const rivals = isOfScript ? scriptNames().get(symbol.escapedName) : null;
  if (!rivals || !all.some((declaration) => rivals.includes(declaration))) return all;
  for (let directory = path.dirname(source.fileName); directory.startsWith(root); directory = path.dirname(directory)) {
    if (!fs.existsSync(path.join(directory, 'tsconfig.json'))) continue;
    const near = rivals.filter((rival) => rival.getSourceFile().fileName.startsWith(directory + path.sep));
    if (near.length) return near;
  }
  return all;
}

let declaredByScripts = null;

/** What the scripts of the tree declare, by name: each project has its own, though one checker reads all of them. */
function scriptNames() {
  if (declaredByScripts) return declaredByScripts;
  declaredByScripts = new Map();
  for (const file of files) {
    const script = program.getSourceFile(file);
    if (ts.isExternalModule(script) || !script.locals) continue;
    script.locals.forEach((symbol, name) => {
      declaredByScripts.set(name, (declaredByScripts.get(name) || []).concat(symbol.declarations || []));
    });
  }
  return declaredByScripts;
}

function emitUses(source, edges) {
  const from = relative(source.fileName);
  (function visit(node) {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && !isOwnName(node)) {
      const { how, ...more } = usage(node);
      const symbol = unaliased(symbolOf(node));
      for (const declaration of declarationsOf(symbol, source)) {
        const target = declaration.getSourceFile();
        if (!own.has(target.fileName) || broken.has(target.fileName)) continue;
        // A parameter that is also a property, used by its bare name, is the parameter.
        if (ts.isParameter(declaration) && how === 'name') continue;
        const name = targetName(declaration);
        if (!name || name === '<module>' && how !== 'import') continue;
        const owner = ownerOf(node);
        const to = relative(target.fileName);
        if (from === to && owner === name) continue;
        const key = [owner, to, name].join('\0');
        const old = edges.get(key);
        if (!old || old.how === 'receiver' && (how !== 'receiver' || !old.stated && more.stated)) {
          const line = lineOf(source, node);
          edges.set(key, { t: 'ref', path: from, from: owner, to_path: to, to: name, how, line, amb: false, ...more });
        }
      }
    }
    ts.forEachChild(node, visit);
  })(source);
}

for (const file of files) {
  if (!broken.has(file)) continue;
  const [first] = program.getSyntacticDiagnostics(program.getSourceFile(file));
  emit({ t: 'error', path: relative(file), msg: ts.flattenDiagnosticMessageText(first.messageText, ' ') });
}
for (const file of files) {
  if (broken.has(file)) continue;
  const source = program.getSourceFile(file);
  const edges = new Map();
  emitDefinitions(source);
  emitUses(source, edges);
  edges.forEach(emit);
}
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
