//! The ladder of sizes: which size each role has in an area. The only place where sizes are decided.

use super::block::Role;
use super::faces::Size;
use Size::{Bold, Great, Narrow, Plain, Small, Tall};
use ratatui::layout::Size as Room;

/// The sizes of all roles, and the air between blocks. Each rung is nowhere smaller than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// From [`Role::Poster`] to [`Role::Aside`].
    sizes: [Size; 7],
    /// The empty rows between two blocks.
    pub air: u16,
    /// The room from which a page begins here; none where it only falls to it.
    from: Option<(u16, u16)>,
}

const fn rung(sizes: [Size; 7], air: u16, from: Option<(u16, u16)>) -> Rung {
    Rung { sizes, air, from }
}

/// From the lowest rung to the highest.
pub(super) const LADDER: [Rung; 10] = [
    //    poster  title   ask     typed   said    fact   aside
    rung(
        [Plain, Plain, Plain, Plain, Plain, Plain, Plain],
        0,
        Some((0, 0)),
    ),
    rung(
        [Small, Small, Plain, Plain, Plain, Plain, Plain],
        0,
        Some((52, 14)),
    ),
    rung(
        [Small, Small, Plain, Plain, Plain, Plain, Plain],
        1,
        Some((76, 18)),
    ),
    rung(
        [Small, Narrow, Plain, Plain, Plain, Plain, Plain],
        1,
        Some((92, 24)),
    ),
    rung([Small, Tall, Plain, Plain, Plain, Plain, Plain], 1, None),
    rung(
        [Bold, Tall, Small, Plain, Plain, Plain, Plain],
        1,
        Some((112, 32)),
    ),
    rung(
        [Bold, Tall, Small, Small, Small, Plain, Plain],
        1,
        Some((140, 42)),
    ),
    rung([Tall, Tall, Small, Small, Small, Plain, Plain], 1, None),
    rung(
        [Tall, Tall, Small, Small, Small, Small, Plain],
        1,
        Some((180, 48)),
    ),
    rung(
        [Great, Great, Narrow, Narrow, Narrow, Small, Small],
        2,
        Some((260, 72)),
    ),
];

impl Rung {
    /// How large words of this role are set.
    pub fn size(&self, role: Role) -> Size {
        self.sizes[role as usize]
    }
}

/// The number of the rung on which a page begins in this room.
pub(super) fn start(room: Room) -> usize {
    let fits = |rung: &Rung| {
        rung.from
            .is_some_and(|(width, height)| room.width >= width && room.height >= height)
    };
    LADDER.iter().rposition(fits).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rung_is_nowhere_smaller_than_the_one_before() {
        for pair in LADDER.windows(2) {
            let grows = pair[0].sizes.iter().zip(pair[1].sizes);
            assert!(grows.into_iter().all(|(lower, upper)| *lower <= upper));
            assert!(pair[0].air <= pair[1].air);
        }
    }

    #[test]
    fn more_room_begins_on_no_lower_rung() {
        for width in 1..300 {
            for height in 1..90 {
                let here = start(Room::new(width, height));
                assert!(here <= start(Room::new(width + 1, height)));
                assert!(here <= start(Room::new(width, height + 1)));
            }
        }
    }
}
