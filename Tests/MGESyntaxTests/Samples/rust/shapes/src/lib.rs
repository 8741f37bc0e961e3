//! Shapes: modules in files and inline, re-exports, macros with textual scope.

#[macro_use]
mod macros;
pub mod measure;
mod solid;
#[path = "plain.rs"]
pub mod flat;

pub use crate::flat::{Circle, Square as Tile};
pub use measure::*;
pub use solid::Solid::{self, Ball, Block};

pub const UNIT: f64 = 1.0;
pub static ORIGIN: Point = Point { x: 0.0, y: UNIT };

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub const ZERO: Self = Self { x: 0.0, y: 0.0 };

    pub fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    pub fn norm(&self) -> f64 {
        squared!(self.x) + squared!(self.y).max(UNIT)
    }

    pub fn moved(self, by: Point) -> Point {
        let x = self.x + by.x;
        let y = self.y + by.y;
        Self::new(x, y)
    }
}

/// A module whose name is also a function's.
pub mod total {
    use super::{measure::Area, Point};

    pub fn total<A: Area<Inner = f64>>(shapes: &[A]) -> f64 {
        let mut total = 0.0;
        for shape in shapes {
            total += shape.area();
        }
        total + inner::shift(Point::ZERO)
    }

    pub mod inner {
        use super::super::UNIT;

        pub fn shift(point: super::Point) -> f64 {
            fn UNITS() -> f64 {
                UNIT
            }
            point.norm() * UNITS() * crate::measure::units::FACTOR
        }
    }
}
pub use total::total;

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Circle {
        Circle { centre: Point::new(1.0, 2.0), radius: UNIT }
    }

    #[test]
    fn measures() {
        let circle = sample();
        assert_eq!(circle.area(), flat::PI * squared!(UNIT));
        assert!(matches!(solid::Solid::of(&circle), Solid::Ball(_)), "{}", total::inner::shift(circle.centre));
    }
}
