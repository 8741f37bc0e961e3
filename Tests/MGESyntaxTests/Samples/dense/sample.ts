import type { Shape } from './shapes';
import { type Point, Circle as C } from './sample';
import fs = require('fs');
export type { Shape };
export = C;

declare global { interface Window { app: App } }
declare module 'x' { export const v: number; }
namespace A.B { export function f() {} export const c = 1; }

/** Documented. */
export abstract class Box<T extends Shape = Point, U = keyof T> extends Base<T> implements Shape, Other {
  private readonly items: Map<string, T[]> = new Map();
  declare x?: number;
  constructor(public name: string, protected readonly size = 1) { super(); }
  @decorated() get value(): T | undefined { return this.items.get('a')![0] as T; }
  abstract area(this: Box<T>): asserts this is Box<T>;
  [key: string]: unknown;
}

export interface Tree { left?: Tree; (a: number): string; new (b: any): Tree; method<K>(k: K): K; readonly [i: number]: Tree }
type Pick2<T, K extends keyof T> = { readonly [P in K]?: T[P] } & { a: T extends (infer R)[] ? R : never };
enum Color { Red = 1, Green = Red << 1, 'blue' = `b`.length }
const enum E { A }
export default function over(a: string): void;
export default function over(a: any, b?: typeof import('./sample')): void { (<any>a).b!.c; }
let f = async <T,>(x: T): Promise<T> => { await x; return x satisfies T; };
const t: [a: string, b?: number, ...rest: Color.Red[]] = ['ñ', 1];
for (const k in t) if (k) continue;
let u = `a${t[0]}日本` as const;
