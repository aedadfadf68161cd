//! Formulas of doc comments, computed as they are written.
//!
//! `η = Σ ηᵢ·Wᵢ / Σ Wᵢ` is read with the symbols of the metric's inputs, so that a formula may be told in another form than
//! the one it is computed in, as long as both come to the same number. After a comma stands what is used in it, `f(x) = …` or
//! `x = …`; a rule with cases is `a for x ≤ limit, else b`.

use std::collections::HashMap;

/// The numbers of the inputs by their symbols.
#[derive(Default)]
pub struct Numbers {
    pub single: HashMap<String, f64>,
    pub lists: HashMap<String, Vec<f64>>,
}

/// A formula: the symbol of its result, and the forms in which it is told.
pub struct Formula {
    pub result: String,
    forms: Vec<Expression>,
    definitions: Vec<Definition>,
}

struct Definition {
    name: String,
    parameter: Option<String>,
    body: Expression,
}

enum Expression {
    Number(f64),
    Name(String),
    Negative(Box<Expression>),
    Operation(Box<Expression>, char, Box<Expression>),
    Call(String, Vec<Expression>),
    /// `Σ` or `Π` over all rows, or over all pairs of them where two indices stand in it.
    Over(char, Box<Expression>),
    /// What holds for `x ≤ limit`, or `x < limit`, and what else.
    Cases(char, Box<[Expression; 4]>),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    Sign(char),
}

use Expression::{Call, Cases, Name, Negative, Number, Operation, Over};

const FUNCTIONS: [&str; 13] =
    ["max", "min", "exp", "ln", "sin", "cos", "tan", "arccos", "sgn", "erfc", "ceil", "median", "irr"];

/// The letters that mark a row.
const INDICES: [char; 3] = ['ᵢ', 'ⱼ', 'ₖ'];

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

impl Formula {
    /// Reads a formula; what is no formula is said.
    pub fn read(text: &str) -> Result<Formula, String> {
        let mut reader = Reader { tokens: tokens(text)?, at: 0 };
        let result = reader.name()?;
        let mut formula = Formula { result, forms: Vec::new(), definitions: Vec::new() };
        while reader.takes('=') {
            formula.forms.push(reader.cases()?);
        }
        while reader.takes(',') {
            let name = reader.name()?;
            let parameter = if reader.takes('(') { Some(reader.name()?) } else { None };
            if parameter.is_some() {
                reader.expects(')')?;
            }
            reader.expects('=')?;
            formula.definitions.push(Definition { name, parameter, body: reader.cases()? });
        }
        match reader.tokens.get(reader.at) {
            None if !formula.forms.is_empty() => Ok(formula),
            rest => Err(format!("no formula from {rest:?} on")),
        }
    }

    /// The value of each form.
    pub fn values(&self, numbers: &Numbers) -> Result<Vec<f64>, String> {
        let scope = Scope { numbers, definitions: &self.definitions, indices: Vec::new(), parameter: None };
        self.forms.iter().map(|form| scope.value(form)).collect()
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let characters: Vec<char> = text.chars().collect();
    let is_name = |c: char| {
        let is_letter = c.is_alphabetic() && !"ΣΠᵐ".contains(c);
        is_letter || c.is_ascii_digit() || "°′₀₁₂₃₄₅₆₇₈₉₊₋".contains(c)
    };
    let mut found = Vec::new();
    let mut at = 0;
    let run = |from: usize, test: &dyn Fn(char) -> bool| -> String {
        characters[from..].iter().take_while(|c| test(**c)).collect()
    };
    while let Some(c) = characters.get(at).copied() {
        let (token, length) = match c {
            ' ' => {
                at += 1;
                continue;
            }
            '0'..='9' => {
                let digits = run(at, &|c| c.is_ascii_digit() || c == '.');
                let number = digits.parse().map_err(|_| format!("{digits} is no number"))?;
                (Token::Number(number), digits.chars().count())
            }
            c if is_name(c) => {
                let name = run(at, &is_name);
                let length = name.chars().count();
                (Token::Name(name), length)
            }
            '[' => (Token::Sign('('), 1),
            ']' => (Token::Sign(')'), 1),
            c => (Token::Sign(c), 1),
        };
        found.push(token);
        at += length;
    }
    Ok(found)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn takes(&mut self, sign: char) -> bool {
        let is_next = self.tokens.get(self.at) == Some(&Token::Sign(sign));
        self.at += usize::from(is_next);
        is_next
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.tokens.get(self.at), Some(Token::Name(name)) if name == word);
        self.at += usize::from(is_next);
        is_next
    }

    fn expects(&mut self, sign: char) -> Result<(), String> {
        if self.takes(sign) { Ok(()) } else { Err(format!("{sign} is missing before {:?}", self.rest())) }
    }

    fn rest(&self) -> &[Token] {
        &self.tokens[self.at.min(self.tokens.len())..]
    }

    fn name(&mut self) -> Result<String, String> {
        match self.tokens.get(self.at) {
            Some(Token::Name(name)) => {
                self.at += 1;
                Ok(name.clone())
            }
            _ => Err(format!("a symbol is missing before {:?}", self.rest())),
        }
    }

    fn cases(&mut self) -> Result<Expression, String> {
        let within = self.sum()?;
        if !self.takes_word("for") {
            return Ok(within);
        }
        let x = self.sum()?;
        let sign = if self.takes('<') { '<' } else { '≤' };
        if sign == '≤' {
            self.expects(sign)?;
        }
        let limit = self.sum()?;
        self.expects(',')?;
        if !self.takes_word("else") {
            return Err("what else?".to_string());
        }
        Ok(Cases(sign, Box::new([x, limit, within, self.cases()?])))
    }

    fn sum(&mut self) -> Result<Expression, String> {
        self.chain(&['+', '−'], Reader::product)
    }

    fn product(&mut self) -> Result<Expression, String> {
        self.chain(&['·', '/'], Reader::factor)
    }

    fn chain(
        &mut self,
        signs: &[char],
        link: fn(&mut Reader) -> Result<Expression, String>,
    ) -> Result<Expression, String> {
        let mut left = link(self)?;
        while let Some(sign) = signs.iter().find(|sign| self.takes(**sign)) {
            left = Operation(Box::new(left), *sign, Box::new(link(self)?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Expression, String> {
        if self.takes('−') {
            return Ok(Negative(Box::new(self.factor()?)));
        }
        for sign in ['Σ', 'Π'] {
            if self.takes(sign) {
                INDICES.iter().any(|index| self.takes_word(&index.to_string()));
                // What is divided by stands outside of the sum.
                let body = self.chain(&['·'], Reader::factor)?;
                return Ok(Over(sign, Box::new(body)));
            }
        }
        self.power()
    }

    fn power(&mut self) -> Result<Expression, String> {
        let base = self.atom()?;
        let mut exponent = String::new();
        while let Some(Token::Sign(c)) = self.tokens.get(self.at).filter(|token| is_exponent(token)) {
            match SUPERSCRIPTS.chars().position(|digit| digit == *c) {
                Some(digit) => exponent += &digit.to_string(),
                None => exponent.push(if *c == '⁻' { '-' } else { 'm' }),
            }
            self.at += 1;
        }
        let exponent = match exponent.as_str() {
            "" if self.takes('^') => self.atom()?,
            "" => return Ok(base),
            "m" => Name("m".to_string()),
            digits => Number(digits.parse().map_err(|_| format!("{digits} is no exponent"))?),
        };
        Ok(Operation(Box::new(base), '^', Box::new(exponent)))
    }

    fn atom(&mut self) -> Result<Expression, String> {
        if self.takes('√') {
            return Ok(Call("√".to_string(), vec![self.atom()?]));
        }
        for (open, close, function) in [('(', ')', ""), ('|', '|', "abs")] {
            if self.takes(open) {
                let inner = self.sum()?;
                self.expects(close)?;
                let is_plain = function.is_empty();
                return Ok(if is_plain { inner } else { Call(function.to_string(), vec![inner]) });
            }
        }
        if let Some(Token::Number(number)) = self.tokens.get(self.at).cloned() {
            self.at += 1;
            return Ok(Number(number));
        }
        let name = self.name()?;
        if self.takes('(') {
            let mut arguments = vec![self.sum()?];
            while self.takes(',') {
                arguments.push(self.sum()?);
            }
            self.expects(')')?;
            return Ok(Call(name, arguments));
        }
        if FUNCTIONS.contains(&name.as_str()) {
            return Ok(Call(name, vec![self.power()?]));
        }
        Ok(Name(name))
    }
}

fn is_exponent(token: &Token) -> bool {
    matches!(token, Token::Sign(c) if SUPERSCRIPTS.contains(*c) || "⁻ᵐ".contains(*c))
}

/// What names stand for.
#[derive(Clone)]
struct Scope<'f> {
    numbers: &'f Numbers,
    definitions: &'f [Definition],
    /// The row of each index; a blank stands for the one that is not written.
    indices: Vec<(char, usize)>,
    parameter: Option<(String, f64)>,
}

impl Scope<'_> {
    fn value(&self, expression: &Expression) -> Result<f64, String> {
        Ok(match expression {
            Number(number) => *number,
            Name(name) => self.named(name)?,
            Negative(inner) => -self.value(inner)?,
            Operation(a, sign, b) => {
                let (a, b) = (self.value(a)?, self.value(b)?);
                match sign {
                    '+' => a + b,
                    '−' => a - b,
                    '·' => a * b,
                    '/' => a / b,
                    _ => a.powf(b),
                }
            }
            Over(sign, body) => {
                let values = self.over_rows(body)?;
                if *sign == 'Σ' { values.iter().sum() } else { values.iter().product() }
            }
            Cases(sign, cases) => {
                let [x, limit, within, beyond] = cases.as_ref();
                let (x, limit) = (self.value(x)?, self.value(limit)?);
                self.value(if x < limit || (x == limit && *sign == '≤') { within } else { beyond })?
            }
            Call(name, arguments) => self.called(name, arguments)?,
        })
    }

    fn named(&self, name: &str) -> Result<f64, String> {
        let item = |list: &str, at: Option<usize>| {
            // Before the first row nothing has come yet.
            self.numbers.lists.get(list).map(|items| at.and_then(|at| items.get(at)).copied().unwrap_or(0.0))
        };
        let place = |index: char| self.indices.iter().find(|(known, _)| *known == index).map(|(_, at)| *at);
        let of_row = || {
            let at = name.rfind(INDICES)?;
            let (list, suffix) = name.split_at(at);
            let row = place(suffix.chars().next()?)?;
            let before = suffix.ends_with("₋₁");
            item(list, if before { row.checked_sub(1) } else { Some(row) })
        };
        let parameter = self.parameter.as_ref().filter(|(known, _)| known == name).map(|(_, value)| *value);
        let known = parameter
            .or_else(|| self.numbers.single.get(name).copied())
            .or_else(of_row)
            .or_else(|| item(name, Some(place(' ')?)));
        if let Some(value) = known {
            return Ok(value);
        }
        if let Some(own) = self.definitions.iter().find(|own| own.name == name && own.parameter.is_none()) {
            return self.value(&own.body);
        }
        match name {
            "π" => Ok(std::f64::consts::PI),
            // How many rows there are, where no input is called so.
            "n" => self.numbers.lists.values().next().map(|list| list.len() as f64).ok_or("no list".into()),
            _ => Err(format!("{name} is no input")),
        }
    }

    fn called(&self, name: &str, arguments: &[Expression]) -> Result<f64, String> {
        if let Some(own) = self.definitions.iter().find(|own| own.name == name) {
            let parameter = own.parameter.clone().zip(Some(self.value(&arguments[0])?));
            return Scope { parameter, ..self.clone() }.value(&own.body);
        }
        // e°(Tmin) may be an input of its own.
        let input = |of: &str| self.numbers.single.get(&format!("{name}({of})"));
        if let [Name(of)] = arguments
            && let Some(value) = input(of)
        {
            return Ok(*value);
        }
        if name == "median" {
            let mut values = self.over_rows(&arguments[0])?;
            values.sort_by(f64::total_cmp);
            let middle = |at: usize| values[at];
            return Ok((middle((values.len() - 1) / 2) + middle(values.len() / 2)) / 2.0);
        }
        if let ("irr", [flows]) = (name, arguments) {
            return Ok(water_ledger::numeric::return_rate(&self.over_rows(flows)?));
        }
        let values = arguments.iter().map(|one| self.value(one)).collect::<Result<Vec<f64>, String>>()?;
        Ok(match (name, values.as_slice()) {
            ("max", [a, b]) => a.max(*b),
            ("min", [a, b]) => a.min(*b),
            ("abs", [x]) => x.abs(),
            ("√", [x]) => x.sqrt(),
            ("exp", [x]) => x.exp(),
            ("ln", [x]) => x.ln(),
            ("sin", [x]) => x.sin(),
            ("cos", [x]) => x.cos(),
            ("tan", [x]) => x.tan(),
            ("arccos", [x]) => x.acos(),
            ("sgn", [x]) => f64::from(*x > 0.0) - f64::from(*x < 0.0),
            ("erfc", [x]) => libm::erfc(*x),
            ("ceil", [x]) => x.ceil(),
            ("irr", [share, years]) => water_ledger::numeric::annuity_rate(*share, *years),
            _ => return Err(format!("{name} of {} is not known", values.len())),
        })
    }

    /// The values over all rows of the lists that are named in it.
    fn over_rows(&self, body: &Expression) -> Result<Vec<f64>, String> {
        let mut names = Vec::new();
        names_in(body, &mut names);
        let list = |name: &str| self.numbers.lists.get(name.split(INDICES).next().unwrap_or(name));
        let rows = names.iter().find_map(|name| list(name)).ok_or("a sum over no list")?.len();
        let mut indices: Vec<char> = names.iter().filter_map(|name| name.chars().find(is_index)).collect();
        indices.retain(|index| self.indices.iter().all(|(known, _)| known != index));
        indices.sort_unstable();
        indices.dedup();
        let at = |places: &[(char, usize)]| {
            let indices = self.indices.iter().chain(places).copied().collect();
            Scope { indices, ..self.clone() }.value(body)
        };
        match indices.as_slice() {
            [] => (0..rows).map(|row| at(&[(' ', row)])).collect(),
            [index] => (0..rows).map(|row| at(&[(*index, row)])).collect(),
            [one, other] => {
                let pairs = (0..rows).flat_map(|i| (i + 1..rows).map(move |j| (i, j)));
                pairs.map(|(i, j)| at(&[(*one, i), (*other, j)])).collect()
            }
            _ => Err("more than two indices".to_string()),
        }
    }
}

fn is_index(c: &char) -> bool {
    INDICES.contains(c)
}

fn names_in(expression: &Expression, names: &mut Vec<String>) {
    match expression {
        Number(_) => {}
        Name(name) => names.push(name.clone()),
        Negative(inner) | Over(_, inner) => names_in(inner, names),
        Operation(a, _, b) => [a, b].iter().for_each(|one| names_in(one, names)),
        Call(_, arguments) => arguments.iter().for_each(|one| names_in(one, names)),
        Cases(_, cases) => cases.iter().for_each(|one| names_in(one, names)),
    }
}
