//! Sorting with little code.
//!
//! The standard library's sorts take several kilobytes, and its heap is compiled anew for each type. The input may come
//! from anybody, so the time must not grow with the square of its length.

/// Sorts the places `0..length` by `is_before`. Equal places come in any order.
pub(crate) fn ordered(length: usize, is_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut heap: Vec<usize> = (0..length).collect();
    for root in (0..length / 2).rev() {
        sink(&mut heap, root, is_before);
    }
    for end in (1..length).rev() {
        heap.swap(0, end);
        sink(heap.get_mut(..end).unwrap_or_default(), 0, is_before);
    }
    heap
}

/// Moves the place at `root` down until neither of its children sorts after it.
fn sink(heap: &mut [usize], mut root: usize, is_before: &dyn Fn(usize, usize) -> bool) {
    loop {
        let first = root.saturating_mul(2).saturating_add(1);
        let second = first.saturating_add(1);
        let last = match (heap.get(first), heap.get(second)) {
            (Some(one), Some(other)) if is_before(*one, *other) => second,
            _ => first,
        };
        match (heap.get(root), heap.get(last)) {
            (Some(above), Some(below)) if is_before(*above, *below) => heap.swap(root, last),
            _ => return,
        }
        root = last;
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_in_order(numbers in proptest::collection::vec(0_u8..50, 0..80)) {
            let places = ordered(numbers.len(), &|one, other| numbers.get(one) < numbers.get(other));
            let sorted: Vec<u8> = places.iter().filter_map(|at| numbers.get(*at).copied()).collect();
            let mut expected = numbers;
            expected.sort_unstable();
            prop_assert_eq!(sorted, expected);
        }
    }
}
