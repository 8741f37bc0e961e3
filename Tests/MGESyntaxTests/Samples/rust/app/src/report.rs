use geo_shapes::Point;

pub trait Report {
    fn print(&self);
}

#[derive(Default)]
pub struct Line {
    pub text: String,
    number: usize,
}

pub struct Summary {
    lines: Vec<Line>,
}

impl Summary {
    pub fn new(points: &[Point]) -> Self {
        let mut summary = Summary { lines: Vec::new() };
        for point in points {
            summary.push(point);
        }
        summary
    }

    fn push(&mut self, point: &Point) {
        let number = self.lines.len() + FIRST;
        self.lines.push(Line { text: format!("{}", point.norm()), number });
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

impl Report for Line {
    fn print(&self) {
        println!("{}: {}", self.number, self.text);
    }
}

impl<T: Report> Report for Vec<T> {
    fn print(&self) {
        for each in self {
            each.print();
            T::print(each);
        }
    }
}

const FIRST: usize = 1;
