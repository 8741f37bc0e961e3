pub const FACTOR: f64 = 100.0;

#[derive(Clone, Copy)]
pub enum Unit {
    Metre,
    Scaled(f64),
    Named { name: &'static str, factor: f64 },
}

impl Unit {
    pub fn factor(self) -> f64 {
        use Unit::*;
        match self {
            Metre => 1.0,
            Scaled(factor) => factor * FACTOR,
            Unit::Named { name, factor: own } if name.is_empty() => own,
            Self::Named { .. } => FACTOR,
        }
    }
}

impl From<f64> for Unit {
    fn from(factor: f64) -> Self {
        if factor == FACTOR {
            return Self::Metre;
        }
        Unit::Scaled(factor)
    }
}

pub(crate) fn parse(text: &str) -> Option<Unit> {
    let parse = 3;
    match text {
        "m" => Some(Unit::Metre),
        _ if text.len() == parse => Some(Unit::Named { name: "x", factor: Unit::from(1.0).factor() }),
        _ => None,
    }
}
