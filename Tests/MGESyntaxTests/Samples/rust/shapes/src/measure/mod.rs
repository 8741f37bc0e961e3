pub mod units;

use self::units::Unit;
use std::fmt;

/// What has an area.
pub trait Area: Named {
    const SIDES: usize = 0;
    type Inner: Default;

    fn area(&self) -> f64;

    fn in_units(&self, unit: Unit) -> f64 {
        self.area() / unit.factor() + Self::SIDES as f64
    }

    fn describe(&self) -> String
    where
        Self: Sized,
    {
        format!("{} {}", self.name(), Label(Self::SIDES))
    }
}

pub trait Named {
    fn name(&self) -> String {
        String::from(DEFAULT)
    }
}

const DEFAULT: &str = "shape";

struct Label(usize);

impl fmt::Display for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Label(sides) = self;
        write!(formatter, "{}", sides)
    }
}

pub fn square(value: f64) -> f64 {
    value * value
}

pub fn largest<A: Area, B>(first: &A, second: &B) -> f64
where
    B: Area,
{
    let square = A::SIDES.max(<B as Area>::SIDES) as f64;
    first.area().max(second.area()) + square
}
