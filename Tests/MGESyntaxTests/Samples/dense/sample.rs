//! A crate.
#![allow(dead_code)]
use std::{collections::HashMap as Map, fmt::{self, Display}};
pub use crate::sample::{Box as B, *};
extern crate alloc;
mod other;

/// Documented.
#[derive(Debug, Clone)]
pub struct Tree<'a, T: Display + 'a, const N: usize> where T: Clone {
    pub(crate) left: Option<&'a mut Tree<'a, T, N>>,
    items: [T; N],
}
struct Unit;
struct Pair(pub i32, String);

pub enum Shape { Circle { r: f64 }, Square(f64), Nothing = 1 }
pub trait Area: Sized { type Out; const X: i32 = 1; fn area(&self) -> Self::Out; fn twice(&self) -> f64 { 2.0 } }

impl<'a, T: Display + Clone> Area for Tree<'a, T, 3> {
    type Out = Map<String, T>;
    fn area(&self) -> Self::Out {
        let Shape::Circle { r, .. } = Shape::Circle { r: 1e3 } else { return Map::new() };
        'outer: loop { while let Some(x) = self.left.as_ref() { break 'outer; } }
        match r as i32 { 0..=9 if true => {}, n @ (10 | 11) => drop(n), _ => unreachable!("{}", r) }
        let f = move |a: i32, b| -> i32 { a + b };
        let s = r#"raw "ñ" 日本"#; let c = '\u{41}'; let b = b"bytes";
        unsafe { asm!("nop") };
        Self::X; <Self as Area>::X; self.items[0].clone().to_string().parse::<u8>()?;
        async { other::go().await }
    }
}

macro_rules! make { ($name:ident, $($t:ty),* $(,)?) => { fn $name() { $(let _: $t;)* } }; }
make!(made, u8, Vec<Shape>,);
pub mod inner { pub(super) static mut COUNT: u32 = 0; pub const fn f() -> impl Fn() { || {} } mod deep { use super::super::Tree; } }
union Both { a: u32, b: f32 }
type Alias<T> = Result<T, std::boxed::Box<dyn fmt::Write + Send>>;
/* nested /* comment */ */
fn main() { let t = Pair(1, "a".into()); let Pair(a, _) = t; if let 1 = a { println!("{a}") } else { return } }
