#!/usr/bin/env node
'use strict';
import def, { a as b, c } from './sample.js';
import * as all from './other';
export * from './sample';
export { b as default, c };

const { x, y: [z = 1, ...rest], ...others } = require('./sample');
/** Documented.
 * @returns {number}
 */
export class Tree extends (all.Base ?? Object) {
  static #count = 0;
  'quoted name' = 1;
  [computed()] = 2;
  get size() { return this.#size; }
  static { Tree.#count++; }
  async *walk(order = 'pre', { depth } = {}) {
    for await (const node of this) yield* node.walk(order);
    label: while (true) { break label; }
  }
}

function outer(a, ...b) {
  var inner = function named() { return inner(arguments); };
  return (q) => ({ a, [q]: `t${a + `${b}`}`, r: /[/\]]+/gu });
}
if (x) { exports.f = outer } else switch (z) { case 1: default: throw new Error("no") }
let view = <div className="a" {...rest}>{x && <b>ñ 日本</b>}&nbsp;</div>;
module.exports.g = outer?.(x)?.[0]?.y ** 2;
