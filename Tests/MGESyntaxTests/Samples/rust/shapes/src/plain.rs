use super::{measure::{units as u, Area, Named}, Point};

pub const PI: f64 = 3.14;

#[derive(Debug)]
pub struct Circle {
    pub centre: Point,
    pub radius: f64,
}

pub struct Square<T = f64>(pub T);

pub type Round = Circle;

impl Named for Circle {
    fn name(&self) -> String {
        format!("circle at {:?}", self.centre.x)
    }
}

impl Area for Circle {
    type Inner = Point;

    fn area(&self) -> f64 {
        PI * self.radius * self.radius
    }
}

impl<T> Named for Square<T> {}

impl Area for Square<f64> {
    const SIDES: usize = 4;
    type Inner = f64;

    fn area(&self) -> f64 {
        let Square(side) = self;
        crate::square(*side)
    }

    fn in_units(&self, unit: u::Unit) -> f64 {
        Self::area(self) * match unit {
            u::Unit::Metre => 1.0,
            other => other.factor(),
        }
    }
}

pub fn unit_circle() -> Round {
    let radius = u::FACTOR;
    let circle = Round { centre: Point::default(), radius };
    let Circle { centre: Point { x, y }, .. } = &circle;
    let grow = |circle: &Circle, by: f64| circle.radius * by + x * y;
    Circle { radius: grow(&circle, circle.describe().len() as f64), ..circle }
}
