use geo_shapes::{flat::unit_circle, point, Area};

mod common {
    pub fn near(left: f64, right: f64) -> bool {
        (left - right).abs() < geo_shapes::UNIT
    }
}

#[test]
fn balls() {
    let circle = unit_circle();
    assert!(common::near(circle.ball().volume(), circle.area() + point!(1.0).x));
}
