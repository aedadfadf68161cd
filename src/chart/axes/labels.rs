//! Figures written beside points, where they hide neither a marker nor each other.

use crate::chart::svg::{FINE, GridPoint};
use crate::chart::text_width;

/// Type size of the labels.
pub(super) const TYPE: i32 = 12 * FINE;
/// From the middle of a marker to the edge of its label.
const AWAY: i32 = 8 * FINE;
/// What a label may need more than its letters.
const MARGIN: i32 = 2 * FINE;

/// A figure that should stand at a point.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelRequest {
    pub series: usize,
    pub at: GridPoint,
    pub text: String,
    /// So many lines it may be written across.
    pub most_crossings: usize,
}

/// A figure with the middle of its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub series: usize,
    pub middle: GridPoint,
    pub text: String,
}

#[derive(Clone, Copy)]
struct Rect {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

/// Places the requests in their order, each where it crosses the fewest lines. A request without a free
/// place stays unwritten: the table has its figure.
pub(super) fn place(
    requests: Vec<LabelRequest>,
    lines: &[Vec<GridPoint>],
    (low, high): (GridPoint, GridPoint),
) -> Vec<Label> {
    let field = Rect { left: low.0, top: low.1, right: high.0, bottom: high.1 };
    let mut labels = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    for request in requests {
        let best = places(&request)
            .into_iter()
            .filter(|(_, rect)| rect.within(&field) && !taken.iter().any(|other| rect.meets(other)))
            .filter(|(_, rect)| !lines.iter().flatten().any(|point| rect.widened(2 * FINE).holds(*point)))
            .map(|(middle, rect)| (crossings(lines, &rect), middle, rect))
            .filter(|(crossings, ..)| *crossings <= request.most_crossings)
            .min_by_key(|(crossings, ..)| *crossings);
        if let Some((_, middle, rect)) = best {
            taken.push(rect);
            labels.push(Label { series: request.series, middle, text: request.text });
        }
    }
    labels
}

/// The places around a point, the most natural first: above, below, right, left, then the corners.
fn places(request: &LabelRequest) -> [(GridPoint, Rect); 8] {
    let half_wide = text_width::width(&request.text, TYPE) / 2 + MARGIN;
    let half_high = TYPE / 2;
    let (x, y) = request.at;
    let (beside, above) = (half_wide + AWAY - MARGIN, half_high + AWAY - MARGIN);
    let corner = beside - AWAY / 2;
    [
        (0, -above),
        (0, above),
        (beside, 0),
        (-beside, 0),
        (corner, -above),
        (-corner, -above),
        (corner, above),
        (-corner, above),
    ]
    .map(|(dx, dy)| (x + dx, y + dy))
    .map(|(x, y)| {
        (
            (x, y),
            Rect { left: x - half_wide, top: y - half_high, right: x + half_wide, bottom: y + half_high },
        )
    })
}

fn crossings(lines: &[Vec<GridPoint>], rect: &Rect) -> usize {
    lines.iter().flat_map(|line| line.windows(2)).filter(|piece| rect.crossed(piece[0], piece[1])).count()
}

impl Rect {
    fn within(&self, other: &Rect) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    fn meets(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(&self, (x, y): GridPoint) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn widened(&self, by: i32) -> Rect {
        Rect { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether the straight line from `a` to `b` runs through the rectangle: the part of it that is
    /// left after cutting at each of the four sides is not empty (Liang and Barsky 1984).
    fn crossed(&self, a: GridPoint, b: GridPoint) -> bool {
        let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
        let sides =
            [(-dx, a.0 - self.left), (dx, self.right - a.0), (-dy, a.1 - self.top), (dy, self.bottom - a.1)];
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (outward, room) in sides {
            let room = f64::from(room);
            if outward == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if outward < 0.0 {
                enter = enter.max(room / outward);
            } else {
                leave = leave.min(room / outward);
            }
        }
        enter <= leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_near_points_do_not_meet() {
        let request = |series, at| LabelRequest { series, at, text: "0.568".to_string(), most_crossings: 1 };
        let requests = vec![request(0, (1000, 1000)), request(1, (1000, 1010)), request(2, (1010, 1000))];
        let labels = place(requests, &[vec![(0, 1000), (1000, 1000)]], ((0, 0), (2000, 2000)));
        assert_eq!(labels.len(), 3);
        for (nth, label) in labels.iter().enumerate() {
            for other in &labels[nth + 1..] {
                let (dx, dy) = (label.middle.0 - other.middle.0, label.middle.1 - other.middle.1);
                assert!(dx.abs() >= 300 || dy.abs() >= 120, "{labels:?}");
            }
        }
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let request = LabelRequest { series: 0, at: (50, 50), text: "0.568".to_string(), most_crossings: 1 };
        assert!(place(vec![request], &[], ((0, 0), (100, 100))).is_empty());
    }

    #[test]
    fn a_line_through_the_rectangle_is_found_without_a_point_in_it() {
        let rect = Rect { left: 10, top: 10, right: 20, bottom: 20 };
        assert!(rect.crossed((0, 0), (30, 30)));
        assert!(rect.crossed((15, 0), (15, 40)));
        assert!(!rect.crossed((0, 0), (9, 30)));
        assert!(!rect.crossed((0, 21), (30, 21)));
    }
}
