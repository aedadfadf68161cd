//! Names and figures written beside points, where they hide neither a marker nor each other.

use crate::chart::svg::{FINE, GridPoint};
use crate::chart::text_width;

/// Type size of the labels.
pub(super) const TYPE: i32 = 12 * FINE;
/// From the middle of a marker to the edge of its label.
const AWAY: i32 = 8 * FINE;
/// From one place of a name to the next above or below it.
const FAR: i32 = 12 * FINE;
/// What a label may need more than its letters.
const MARGIN: i32 = 2 * FINE;

/// Words that should stand at a point.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelRequest {
    pub series: usize,
    pub at: GridPoint,
    pub text: String,
    /// So many lines it may be written across.
    pub most_crossings: usize,
    /// Whether it is the name of its line, which may stand a little farther from its end than a figure from its point.
    pub is_name: bool,
}

/// Words with the middle of their place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub series: usize,
    pub middle: GridPoint,
    pub text: String,
    pub is_name: bool,
}

#[derive(Clone, Copy)]
struct Rect {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

/// Places the requests in their order, each where it crosses the fewest lines. A request without a free
/// place stays unwritten: the table has its figure, or the legend its name.
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
            .filter(|(_, rect)| !lines.iter().flatten().any(|point| rect.widened(3 * FINE).holds(*point)))
            .filter(|(middle, _)| !request.is_name || is_beside(&request, *middle, lines, &taken))
            .map(|(middle, rect)| (crossings(lines, &rect), middle, rect))
            .filter(|(crossings, ..)| *crossings <= request.most_crossings)
            .min_by_key(|(crossings, ..)| *crossings);
        if let Some((_, middle, rect)) = best {
            taken.push(rect);
            let LabelRequest { series, text, is_name, .. } = request;
            labels.push(Label { series, middle, text, is_name });
        }
    }
    labels
}

/// The places around a point, the most natural first. A figure: above, below, right, left, then the corners. A name: right of the
/// end or right below it, left above it, then farther up and down.
fn places(request: &LabelRequest) -> Vec<(GridPoint, Rect)> {
    let half_wide = text_width::width(&request.text, TYPE) / 2 + MARGIN;
    let half_high = TYPE / 2;
    let (beside, above) = (half_wide + AWAY - MARGIN, half_high + AWAY - MARGIN);
    let corner = beside - AWAY / 2;
    let mut steps = Vec::new();
    if request.is_name {
        steps.push((beside, 0));
        for above in [above, above + FAR, above + 2 * FAR] {
            steps.extend([(corner, above), (corner, -above), (-corner, -above), (-corner, above)]);
            // Above or below the end, but within the picture.
            steps.extend([(0, -above), (0, above), (-corner / 2, -above), (-corner / 2, above)]);
        }
        steps.push((-beside, 0));
    } else {
        steps.extend([(0, -above), (0, above), (beside, 0), (-beside, 0)]);
        steps.extend([(corner, -above), (-corner, -above), (corner, above), (-corner, above)]);
    }
    let (x, y) = request.at;
    let place = |(dx, dy): (i32, i32)| {
        let (x, y) = (x + dx, y + dy);
        let (left, right) = (x - half_wide, x + half_wide);
        ((x, y), Rect { left, top: y - half_high, right, bottom: y + half_high })
    };
    steps.into_iter().map(place).collect()
}

/// Whether nothing stands between a point and its name: no other line and no other words.
fn is_beside(request: &LabelRequest, middle: GridPoint, lines: &[Vec<GridPoint>], taken: &[Rect]) -> bool {
    let others = lines.iter().enumerate().filter(|(series, _)| *series != request.series);
    let mut pieces = others.flat_map(|(_, line)| line.windows(2));
    !pieces.any(|piece| cross((request.at, middle), (piece[0], piece[1])))
        && !taken.iter().any(|rect| rect.crossed(request.at, middle))
}

/// Whether two straight pieces cross: the ends of each lie on different sides of the other.
fn cross((a, b): (GridPoint, GridPoint), (c, d): (GridPoint, GridPoint)) -> bool {
    let side = |from: GridPoint, to: GridPoint, point: GridPoint| {
        let (along, up) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
        (along * i64::from(point.1 - from.1) - up * i64::from(point.0 - from.0)).signum()
    };
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
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
        let request = |series, at| LabelRequest {
            series,
            at,
            text: "0.568".to_string(),
            most_crossings: 1,
            is_name: false,
        };
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
        let text = "0.568".to_string();
        let request = LabelRequest { series: 0, at: (50, 50), text, most_crossings: 1, is_name: false };
        assert!(place(vec![request], &[], ((0, 0), (100, 100))).is_empty());
    }

    #[test]
    fn names_of_lines_that_end_together_keep_apart_and_near_their_ends() {
        let lines: Vec<Vec<GridPoint>> =
            (0..4).map(|nth| vec![(200, 900 + 300 * nth), (2600, 1000 + 160 * nth)]).collect();
        let text = |nth: usize| format!("第 {nth} 分区");
        let requests = lines.iter().enumerate().map(|(series, line)| LabelRequest {
            series,
            at: line[1],
            text: text(series),
            most_crossings: 1,
            is_name: true,
        });
        let labels = place(requests.collect(), &lines, ((0, 0), (3000, 2400)));
        assert_eq!(labels.len(), 4);
        for (nth, label) in labels.iter().enumerate() {
            let (x, y) = (label.middle.0 - lines[nth][1].0, label.middle.1 - lines[nth][1].1);
            assert!(x.abs() <= 450 && y.abs() <= 400, "{label:?}");
            for other in &labels[nth + 1..] {
                let (dx, dy) = (label.middle.0 - other.middle.0, label.middle.1 - other.middle.1);
                assert!(dx.abs() >= 400 || dy.abs() >= 120, "{label:?} {other:?}");
            }
        }
    }

    #[test]
    fn no_line_lies_between_a_name_and_its_end() {
        let lines = vec![vec![(0, 300), (900, 300)], vec![(0, 360), (900, 360)]];
        let request = |series: usize, text: &str| LabelRequest {
            series,
            at: lines[series][1],
            text: text.to_string(),
            most_crossings: 1,
            is_name: true,
        };
        let field = ((0, 0), (1000, 420));
        assert!(place(vec![request(1, "Management")], &lines, field).is_empty(), "below there is no room");
        let upper = place(vec![request(0, "Pass line")], &lines, field);
        assert!(upper[0].middle.1 < 300, "{upper:?}");
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
