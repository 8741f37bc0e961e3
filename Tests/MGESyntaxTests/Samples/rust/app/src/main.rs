mod report;

use geo_shapes as geo;
use geo::{measure, Point, Solid};
use report::{Line, Report as _, Summary};

fn main() {
    let point = geo::point!(1.0, 2.0);
    let summary = Summary::new(&[point, Point::ZERO]);
    for line in summary.lines() {
        println!("{}", line.text);
    }
    let kind: Solid = geo::Ball(geo::Circle { centre: point, radius: measure::square(2.0) });
    show(&Line::default(), kind.volume());
}

fn show(line: &Line, volume: f64) {
    let report = |line: &Line| line.print();
    report(line);
    print!("{volume} {}", line.text);
}
