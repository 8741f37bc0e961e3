macro_rules! squared {
    ($value:expr) => {
        $crate::measure::square($value)
    };
}

#[macro_export]
macro_rules! point {
    ($x:expr) => {
        point!($x, $crate::UNIT)
    };
    ($x:expr, $y:expr) => {
        $crate::Point::new($x, $y)
    };
}
