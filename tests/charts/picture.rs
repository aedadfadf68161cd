//! A flow diagram read back from its SVG: nodes, ribbons, words, and the laws of their places.

use roxmltree::{Document, Node};

use super::drawn::{number, path};

/// Left, top, right, bottom.
type Rect = [f64; 4];

/// A ribbon, lane or arrow.
pub struct Way {
    /// Its place in the model, if it has one.
    pub flow: Option<usize>,
    /// Places along it.
    pub places: Vec<[f64; 2]>,
    pub thickness: f64,
    /// Whether it has round corners, not bends: what is led back, and what leaves.
    pub has_corners: bool,
}

/// What a flow diagram shows.
pub struct Picture {
    pub size: [f64; 2],
    pub nodes: Vec<Rect>,
    pub ways: Vec<Way>,
    /// Words with their rectangles, and the flow that they stand at.
    pub words: Vec<(String, Rect, Option<usize>)>,
}

impl Picture {
    pub fn new(svg: &str) -> Self {
        let document = Document::parse(svg).expect("well-formed");
        let root = document.root_element();
        let class = |node: &Node, name: &str| {
            node.attribute("class").is_some_and(|class| class.split(' ').next() == Some(name))
        };
        let nodes = root.descendants().filter(|node| class(node, "node"));
        let bar = |node: Node| {
            node.children().find(|child| child.has_tag_name("rect")).map(|bar| rect(&bar)).expect("a bar")
        };
        let nodes = nodes.map(bar).collect();
        let waters: Vec<Node> = root.descendants().filter(|node| class(node, "water")).collect();
        let of = |node: &Node| node.attribute("data-flow").and_then(|flow| flow.parse().ok());
        let way = |node: &Node| {
            let hit = node.children().find(|child| class(child, "hit"))?;
            let ribbon = node.children().find(|child| class(child, "ribbon")).expect("a ribbon");
            let places = along(path(&hit));
            let level = |pair: &[[f64; 2]]| (pair[0][1] - pair[1][1]).abs() < 0.01;
            let upright = |pair: &[[f64; 2]]| (pair[0][0] - pair[1][0]).abs() < 0.01;
            let straight = places.windows(2).filter(|pair| level(pair) || upright(pair)).count();
            let has_corners =
                straight + 1 == places.len() || places.windows(2).any(|pair| upright(pair) && !level(pair));
            Some(Way { flow: of(node), places, thickness: number(&ribbon, "stroke-width"), has_corners })
        };
        let ways = waters.iter().filter_map(way).collect();
        let texts = root.descendants().filter(|node| node.has_tag_name("text"));
        let words = texts.filter(|text| !class(text, "legend")).map(|text| {
            let (said, rect) = words(&text);
            (said, rect, text.ancestors().find_map(|node| of(&node)))
        });
        let words = words.collect();
        let view = super::laws::numbers(root.attribute("viewBox").expect("a view"));
        Self { size: [view[2], view[3]], nodes, ways, words }
    }

    /// Nodes keep apart; water runs out of a node to the right and into one from the left, or away.
    pub fn water_runs_from_node_to_node(&self) {
        for (nth, one) in self.nodes.iter().enumerate() {
            assert!(self.nodes[..nth].iter().all(|other| !meet(one, other)), "{one:?}");
        }
        for way in &self.ways {
            let [begin, end] = [way.places[0], way.places[way.places.len() - 1]];
            let touches = |[x, y]: [f64; 2], side: usize| {
                self.nodes.iter().any(|node| (node[side] - x).abs() < 0.06 && node[1] <= y && y <= node[3])
            };
            assert!(touches(begin, 2), "{:?} begins at {begin:?}", way.flow);
            assert!(touches(end, 0) || way.has_corners, "{:?} ends at {end:?}", way.flow);
            assert!(way.has_corners || way.places.windows(2).all(|pair| pair[0][0] <= pair[1][0] + 0.05));
        }
    }

    /// No words lie on a ribbon but those that a wide lane holds, nor on a node.
    pub fn words_lie_on_nothing(&self) {
        for (said, rect, own) in &self.words {
            assert!(!self.nodes.iter().any(|node| meet(node, rect)), "{said} lies on a node");
            for way in &self.ways {
                if own.is_some() && *own == way.flow && way.thickness >= 20.0 {
                    continue;
                }
                let lies = way.places.windows(2).any(|pair| covers(pair, way.thickness / 2.0 - 0.5, rect));
                assert!(
                    !lies,
                    "{said} {rect:?} lies on {:?}, {:?} … {:?} {}",
                    way.flow,
                    way.places[0],
                    way.places.last(),
                    way.thickness
                );
            }
        }
    }

    /// All that is drawn is in the picture, with its whole thickness.
    pub fn is_whole(&self) {
        for way in &self.ways {
            for [x, y] in &way.places {
                let half = way.thickness / 2.0;
                assert!(*x >= 0.0 && *x <= self.size[0], "{x} of {:?}", way.flow);
                assert!(*y - half >= -0.1 && *y + half <= self.size[1] + 0.1, "{y} of {:?}", way.flow);
            }
        }
    }
}

fn rect(node: &Node) -> Rect {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(node, name));
    [x, y, x + width, y + height]
}

/// What a text says and the least room that it takes in any usual typeface.
fn words(text: &Node) -> (String, Rect) {
    let said: String = text.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect();
    let (x, y, size) = (number(text, "x"), number(text, "y"), number(text, "font-size"));
    let em = |letter: char| if letter >= '⺀' { 1.0 } else { 0.5 };
    let wide = said.chars().map(em).sum::<f64>() * size;
    let left = match text.attribute("text-anchor") {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    (said, [left, y - 0.7 * size, left + wide, y])
}

/// Places along a path of lines and cubic curves.
fn along(data: &str) -> Vec<[f64; 2]> {
    let mut places: Vec<[f64; 2]> = Vec::new();
    let mut rest = data;
    while !rest.is_empty() {
        let (kind, tail) = rest.split_at(1);
        let end = tail.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(tail.len());
        let numbers = super::laws::numbers(&tail[..end]);
        let points: Vec<[f64; 2]> = numbers.chunks(2).map(|pair| [pair[0], pair[1]]).collect();
        let from = places.last().copied().unwrap_or(points[0]);
        match kind {
            "C" => places.extend((1..=24).map(|nth| {
                let t = f64::from(nth) / 24.0;
                let mix = |axis: usize| {
                    let [a, b, c, d] = [from[axis], points[0][axis], points[1][axis], points[2][axis]];
                    let s = 1.0 - t;
                    s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
                };
                [mix(0), mix(1)]
            })),
            "L" => {
                let long = (points[0][0] - from[0]).hypot(points[0][1] - from[1]);
                let steps = (long / 4.0).ceil().max(1.0) as i32;
                places.extend((1..=steps).map(|nth| {
                    let t = f64::from(nth) / f64::from(steps);
                    [0, 1].map(|axis| from[axis] + t * (points[0][axis] - from[axis]))
                }));
            }
            _ => places.push(points[0]),
        }
        rest = &tail[end..];
    }
    places
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Whether a straight piece of a ribbon covers a place in a rectangle.
fn covers(pair: &[[f64; 2]], half: f64, rect: &Rect) -> bool {
    let [dx, dy] = [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]];
    let long = dx.hypot(dy).max(1e-9);
    let share = |nth: usize, of: usize, low: f64, high: f64| low + (high - low) * nth as f64 / of as f64;
    (0..=16).any(|column| {
        (0..=4).any(|row| {
            let x = share(column, 16, rect[0], rect[2]) - pair[0][0];
            let y = share(row, 4, rect[1], rect[3]) - pair[0][1];
            let (along, beside) = ((x * dx + y * dy) / long, (x * dy - y * dx) / long);
            (0.0..=long).contains(&along) && beside.abs() < half
        })
    })
}
