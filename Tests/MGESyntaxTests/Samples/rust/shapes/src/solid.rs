use crate::{flat, Area as Flat};

pub enum Solid {
    Ball(flat::Circle),
    Block { base: flat::Square, height: f64 },
}

impl Solid {
    pub fn of(circle: &flat::Circle) -> Solid {
        let flat = flat::Circle { centre: circle.centre, radius: circle.radius };
        Solid::Ball(flat)
    }

    pub fn volume(&self) -> f64 {
        match self {
            Self::Ball(circle) => circle.area() * self.height(),
            Solid::Block { base, height } => base.area() * height,
        }
    }

    fn height(&self) -> f64 {
        match *self {
            Solid::Block { height, .. } => height,
            _ => <flat::Circle as Flat>::SIDES as f64,
        }
    }
}

impl Default for Solid {
    fn default() -> Self {
        Solid::of(&flat::unit_circle())
    }
}

impl flat::Circle {
    pub fn ball(&self) -> Solid {
        let solid = Solid::of(self);
        if solid.volume() > self.area() {
            solid
        } else {
            Default::default()
        }
    }
}
