'use strict';
/*
 * How typescript.js finds the modules of a project: by its settings, and in the packages of its workspace.
 *
 * A name without dots means what `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json say (read and applied
 * by TypeScript), else a package whose package.json in the tree has that name, or with `#` what the package around says.
 * What a package offers is looked for where its package.json says; a file that only a build would make stands for the
 * source with the same path below the package or its `src`, without the first directories. That last rule is MGE's own
 * too. A path may end with `.ts`, which TypeScript 4.8 does not allow yet.
 */
const fs = require('fs');
const path = require('path');

const ENDS = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const MADE = /(\.d\.[mc]?ts|\.[mc]?[jt]sx?)$/;

module.exports = function resolution(ts, root, files, options) {
  const own = new Set(files);
  const host = ts.createCompilerHost(options);
  const settings = new Map();
  const packages = new Map();
  collectPackages(root);

  function collectPackages(directory) {
    for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
      const full = path.join(directory, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) collectPackages(full);
      } else if (entry.name === 'package.json') {
        try {
          const description = JSON.parse(fs.readFileSync(full, 'utf8'));
          const known = packages.get(description.name);
          if (description.name && (!known || known.directory.length > directory.length)) {
            packages.set(description.name, { directory, description });
          }
        } catch (error) {
          process.stderr.write(`${full}: ${error.message}\n`);
        }
      }
    }
  }

  /** The options of the nearest settings around a directory. */
  function settingsOf(directory) {
    if (settings.has(directory)) return settings.get(directory);
    const file = ['tsconfig.json', 'jsconfig.json'].map((name) => path.join(directory, name)).find(fs.existsSync);
    let result = null;
    if (file) {
      const { config } = ts.readConfigFile(file, ts.sys.readFile);
      const quick = { ...ts.sys, readDirectory: () => [] };
      const parsed = ts.parseJsonConfigFileContent(config || {}, quick, directory, undefined, file).options;
      const { baseUrl, paths, pathsBasePath } = parsed;
      result = { baseUrl, paths, pathsBasePath };
    } else if (directory !== root && directory.startsWith(root)) {
      result = settingsOf(path.dirname(directory));
    }
    settings.set(directory, result);
    return result;
  }

  function existing(file) {
    for (const end of ENDS) if (own.has(file + end)) return file + end;
    const stem = file.replace(/\.[mc]?jsx?$/, '');
    if (stem !== file) for (const end of ENDS) if (own.has(stem + end)) return stem + end;
    if (own.has(file)) return file;
    for (const end of ENDS) if (own.has(path.join(file, `index${end}`))) return path.join(file, `index${end}`);
    return null;
  }

  function targets(value) {
    if (typeof value === 'string') return [value];
    return value && typeof value === 'object' ? Object.values(value).flatMap(targets) : [];
  }

  function source(directory, target) {
    const parts = path.normalize(target).replace(MADE, '').split('/');
    for (; parts.length; parts.shift()) {
      for (const base of ['src', '.']) {
        const file = existing(path.join(directory, base, ...parts));
        if (file) return file;
      }
    }
    return null;
  }

  /** What `imports` of the package around a file says of a name such as `#path`. */
  function imported(name, containing) {
    let directory = path.dirname(containing);
    const isThere = () => fs.existsSync(path.join(directory, 'package.json'));
    while (!isThere() && directory !== root && directory.startsWith(root)) directory = path.dirname(directory);
    if (!isThere()) return null;
    const table = JSON.parse(fs.readFileSync(path.join(directory, 'package.json'), 'utf8')).imports || {};
    return offeredFile(directory, offer(table, name));
  }

  /** The targets that a table has for a key, by itself or by a pattern. */
  function offer(table, key) {
    if (table[key]) return targets(table[key]);
    let offered = [];
    for (const pattern of Object.keys(table)) {
      const [start, end] = pattern.split('*');
      if (end === undefined || !key.startsWith(start) || !key.endsWith(end)) continue;
      const star = key.slice(start.length, key.length - end.length);
      offered = targets(table[pattern]).map((target) => target.replace('*', star));
    }
    return offered;
  }

  function offeredFile(directory, offered, others = []) {
    return offered.map((target) => existing(path.join(directory, target))).find(Boolean)
      || [...offered, ...others].map((target) => existing(path.join(directory, target)) || source(directory, target))
        .find(Boolean) || null;
  }

  function inWorkspace(name) {
    const count = name.startsWith('@') ? 2 : 1;
    const parts = name.split('/');
    const found = packages.get(parts.slice(0, count).join('/'));
    if (!found) return null;
    const { directory, description } = found;
    const rest = parts.slice(count).join('/');
    const key = rest ? `./${rest}` : '.';
    const table = description.exports && typeof description.exports === 'object' ? description.exports : {};
    const isTable = Object.keys(table).some((one) => one.startsWith('.'));
    const offered = isTable ? offer(table, key) : rest ? [] : targets(description.exports);
    const { source: entry, types, typings, module, main } = description;
    const others = rest ? [rest] : [entry, types, typings, module, main, './index'].filter(Boolean).flatMap(targets);
    return offeredFile(directory, offered, others);
  }

  host.resolveModuleNames = (names, containing) => names.map((name) => {
    const plain = ts.resolveModuleName(name, containing, options, host).resolvedModule;
    if (plain) return plain;
    const directory = path.dirname(containing);
    let file = null;
    if (name.startsWith('.')) {
      file = own.has(path.join(directory, name)) ? path.join(directory, name) : null;
    } else {
      const more = settingsOf(directory);
      const stem = name.replace(/\.tsx?$/, '');
      const found = more && ts.resolveModuleName(stem, containing, { ...options, ...more }, host).resolvedModule;
      if (found) return found;
      file = name.startsWith('#') ? imported(name, containing) : inWorkspace(name);
    }
    const end = file && [...ENDS].sort((a, b) => b.length - a.length).find((one) => file.endsWith(one));
    return file ? { resolvedFileName: file, extension: end, isExternalLibraryImport: false } : undefined;
  });
  return host;
};
