//! Sets of numbers, as automata without cycles: what patterns mean, however they are written.

use super::pattern::{ANY, Class, Pattern};
use anyhow::{Result, bail};
use std::collections::HashMap;

/// The longest number that matters, in digits.
const LONGEST: u8 = 17;

/// A set of numbers, by the index of its state. Equal sets have the same index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set(u32);

/// The empty set.
pub const NOTHING: Set = Set(0);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct State {
    accepts: bool,
    next: [Set; 10],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Operation {
    Union,
    Intersection,
    Difference,
}

/// All sets that were made. Each distinct state is kept once.
pub struct Languages {
    states: Vec<State>,
    known: HashMap<State, Set>,
    done: HashMap<(Operation, Set, Set), Set>,
    meetings: HashMap<Set, Option<Set>>,
}

impl Languages {
    pub fn new() -> Self {
        let nothing = State { accepts: false, next: [NOTHING; 10] };
        Self {
            known: HashMap::from([(nothing.clone(), NOTHING)]),
            states: vec![nothing],
            done: HashMap::new(),
            meetings: HashMap::new(),
        }
    }

    fn state(&mut self, accepts: bool, next: [Set; 10]) -> Set {
        let state = State { accepts, next };
        if let Some(set) = self.known.get(&state) {
            return *set;
        }
        let set = Set(u32::try_from(self.states.len()).expect("far fewer states"));
        self.states.push(state.clone());
        self.known.insert(state, set);
        set
    }

    /// The set that contains only the number without digits.
    fn empty_number(&mut self) -> Set {
        self.state(true, [NOTHING; 10])
    }

    /// The numbers that a pattern matches.
    pub fn of(&mut self, pattern: &Pattern) -> Result<Set> {
        let end = self.empty_number();
        self.before(pattern, end)
    }

    /// The numbers that start with what a pattern matches.
    pub fn starting_with(&mut self, pattern: &Pattern) -> Result<Set> {
        let any_rest = self.of(&Pattern::Repeat(Box::new(Pattern::Digit(ANY)), 0, LONGEST))?;
        self.before(pattern, any_rest)
    }

    /// The numbers whose lengths are in `lengths`: bit `n` stands for `n` digits.
    pub fn of_lengths(&mut self, lengths: u32) -> Set {
        let mut set = NOTHING;
        for length in (0..=LONGEST).rev() {
            set = self.state(lengths >> length & 1 == 1, [set; 10]);
        }
        set
    }

    /// What a pattern matches, followed by a number of `rest`.
    fn before(&mut self, pattern: &Pattern, rest: Set) -> Result<Set> {
        Ok(match pattern {
            Pattern::Digit(class) => {
                let next =
                    std::array::from_fn(
                        |digit| {
                            if class >> digit & 1 == 1 { rest } else { NOTHING }
                        },
                    );
                self.state(false, next)
            }
            Pattern::Sequence(parts) => {
                parts.iter().rev().try_fold(rest, |rest, part| self.before(part, rest))?
            }
            Pattern::Either(all) => {
                let mut set = NOTHING;
                for one in all {
                    let one = self.before(one, rest)?;
                    set = self.union(set, one);
                }
                set
            }
            Pattern::Repeat(inner, least, most) => {
                let mut set = rest;
                for count in (0..*most).rev() {
                    set = self.before(inner, set)?;
                    if count >= *least {
                        set = self.union(set, rest);
                    }
                }
                set
            }
            Pattern::Capture(inner) => self.before(inner, rest)?,
            Pattern::End => bail!("an end inside a pattern"),
        })
    }

    pub fn union(&mut self, one: Set, other: Set) -> Set {
        self.combine(Operation::Union, one, other)
    }

    pub fn intersection(&mut self, one: Set, other: Set) -> Set {
        self.combine(Operation::Intersection, one, other)
    }

    /// What is in `one` and not in `other`.
    pub fn difference(&mut self, one: Set, other: Set) -> Set {
        self.combine(Operation::Difference, one, other)
    }

    fn combine(&mut self, operation: Operation, one: Set, other: Set) -> Set {
        match (operation, one, other) {
            (Operation::Union, NOTHING, set)
            | (Operation::Union | Operation::Difference, set, NOTHING) => return set,
            (Operation::Intersection | Operation::Difference, NOTHING, _)
            | (Operation::Intersection, _, NOTHING) => return NOTHING,
            _ => {}
        }
        if let Some(set) = self.done.get(&(operation, one, other)) {
            return *set;
        }
        let (mine, theirs) =
            (self.states[one.0 as usize].clone(), self.states[other.0 as usize].clone());
        let accepts = match operation {
            Operation::Union => mine.accepts || theirs.accepts,
            Operation::Intersection => mine.accepts && theirs.accepts,
            Operation::Difference => mine.accepts && !theirs.accepts,
        };
        let next = std::array::from_fn(|digit| {
            self.combine(operation, mine.next[digit], theirs.next[digit])
        });
        let set = self.state(accepts, next);
        self.done.insert((operation, one, other), set);
        set
    }

    /// The shortest prefixes that distinguish the numbers of several sets. Each comes with the index of the only set
    /// whose numbers start with it. A number that is the start of longer numbers of another set has no such prefix.
    pub fn starts(&self, sets: &[Set]) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        self.part(sets, String::new(), &mut found);
        found
    }

    fn part(&self, sets: &[Set], start: String, found: &mut Vec<(String, usize)>) {
        let mut owners = (0..sets.len()).filter(|place| sets[*place] != NOTHING);
        match (owners.next(), owners.next()) {
            (None, _) => {}
            (Some(owner), None) => found.push((start, owner)),
            _ => {
                for digit in 0..10 {
                    let next: Vec<Set> =
                        sets.iter().map(|set| self.states[set.0 as usize].next[digit]).collect();
                    self.part(&next, format!("{start}{digit}"), found);
                }
            }
        }
    }

    /// A pattern that matches just the numbers of `set`, which is not empty.
    pub fn pattern(&mut self, set: Set) -> Pattern {
        self.path(set, None)
    }

    /// The pattern of all ways from one state to another; `None` is the end of the number.
    fn path(&mut self, from: Set, to: Option<Set>) -> Pattern {
        let mut parts = Vec::new();
        let mut at = Some(from);
        let end = self.empty_number();
        while let Some(state) = at.filter(|state| at != to && *state != end) {
            let meeting = self.meeting(state);
            parts.push(self.fork(state, meeting));
            at = meeting;
        }
        sequence(parts)
    }

    /// All ways from a state to the place where they meet again.
    fn fork(&mut self, from: Set, meeting: Option<Set>) -> Pattern {
        let state = self.states[from.0 as usize].clone();
        let mut branches: Vec<(Class, Set)> = Vec::new();
        for (digit, next) in state.next.iter().enumerate() {
            match branches.iter_mut().find(|(_, known)| known == next) {
                _ if *next == NOTHING => {}
                Some((class, _)) => *class |= 1 << digit,
                None => branches.push((1 << digit, *next)),
            }
        }
        let all = branches
            .into_iter()
            .map(|(class, next)| sequence(vec![Pattern::Digit(class), self.path(next, meeting)]));
        let fork = Pattern::either(all.collect());
        if state.accepts { Pattern::Repeat(Box::new(fork), 0, 1) } else { fork }
    }

    /// The first state that every way from `from` to an end passes. `None` if that is the end itself.
    fn meeting(&mut self, from: Set) -> Option<Set> {
        if let Some(known) = self.meetings.get(&from) {
            return *known;
        }
        let state = self.states[from.0 as usize].clone();
        let mut common: Option<Vec<Set>> = state.accepts.then(Vec::new);
        for next in state.next.into_iter().filter(|next| *next != NOTHING) {
            let mut chain = vec![next];
            while let Some(next) = self.meeting(*chain.last().expect("it starts with one")) {
                chain.push(next);
            }
            common = Some(match common {
                None => chain,
                Some(known) => known.into_iter().filter(|state| chain.contains(state)).collect(),
            });
        }
        let meeting = common.and_then(|states| states.first().copied());
        self.meetings.insert(from, meeting);
        meeting
    }
}

/// The parts in order. Equal neighbours become a repetition: `[2-9][2-9]` becomes `[2-9]{2}`.
fn sequence(parts: Vec<Pattern>) -> Pattern {
    let mut merged: Vec<Pattern> = Vec::new();
    let flat = parts.into_iter().flat_map(|part| match part {
        Pattern::Sequence(inner) => inner,
        other => vec![other],
    });
    for part in flat {
        let (inner, count) = match part {
            Pattern::Repeat(inner, least, most) if least == most => (*inner, least),
            other => (other, 1),
        };
        match merged.last_mut() {
            Some(Pattern::Repeat(repeated, least, most))
                if **repeated == inner && least == most =>
            {
                *least += count;
                *most += count;
            }
            Some(last) if *last == inner => {
                *last = Pattern::Repeat(Box::new(inner), count + 1, count + 1);
            }
            _ if count == 1 => merged.push(inner),
            _ => merged.push(Pattern::Repeat(Box::new(inner), count, count)),
        }
    }
    if merged.len() == 1 { merged.remove(0) } else { Pattern::Sequence(merged) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(languages: &mut Languages, pattern: &str) -> Set {
        languages.of(&Pattern::parse(pattern).unwrap()).unwrap()
    }

    #[test]
    fn equal_sets_are_the_same_whatever_their_spelling() {
        let all = &mut Languages::new();
        for (one, other) in [
            ("12|13", "1[23]"),
            ("1?2", "2|12"),
            (r"\d{2,3}", r"\d\d|\d\d\d"),
            ("(?:1|23){2}", "11|123|231|2323"),
        ] {
            assert_eq!(set(all, one), set(all, other), "{one} and {other}");
        }
        assert_ne!(set(all, "12"), set(all, "12?"));
    }

    #[test]
    fn sets_are_combined() {
        let all = &mut Languages::new();
        let (low, even) = (set(all, "[0-4]"), set(all, "[02468]"));
        assert_eq!(all.union(low, even), set(all, "[0-468]"));
        assert_eq!(all.intersection(low, even), set(all, "[024]"));
        assert_eq!(all.difference(low, even), set(all, "[13]"));
        assert_eq!(all.difference(even, even), NOTHING);
    }

    #[test]
    fn sets_are_distinguished_by_the_shortest_prefixes() {
        let all = &mut Languages::new();
        let sets = [set(all, r"2[0-2]\d|7\d"), set(all, r"2[34]\d{2}|9")];
        let starts = [("20", 0), ("21", 0), ("22", 0), ("23", 1), ("24", 1), ("7", 0), ("9", 1)];
        let starts: Vec<_> = starts.map(|(start, owner)| (start.to_owned(), owner)).into();
        assert_eq!(all.starts(&sets), starts);
    }

    #[test]
    fn a_set_has_a_pattern_of_its_own() {
        let all = &mut Languages::new();
        for pattern in [
            "1",
            "1?",
            r"2(?:0[1-35-9]|1[02-9])\d{6}",
            r"(?:1|23){2}4?|5\d{3,7}",
            r"[1-7]\d{4}|[89]\d{4}5?",
        ] {
            let set = set(all, pattern);
            let written = all.pattern(set);
            assert_eq!(all.of(&written).unwrap(), set, "{pattern} became {written:?}");
        }
    }
}
