//! The trials: what was promised about files and terminals, put to the test with kills, damage and failing disks.
//!
//! Each has a small count that always runs. `CUSTOMER_HAT_TRIALS=full cargo test --release trials -- --nocapture`
//! runs the long ones and prints the figures that stand in the README.

mod afar;
mod bad_files;
mod child;
mod damage;
mod full_disk;
mod given_back;
mod golden;
mod hostile;
mod hung_disk;
mod kills;
mod marked;
mod noise;
mod pty;
mod sizes;
mod system_calls;
mod walks;
mod windows;

/// Whether the long trials were asked for.
fn full() -> bool {
    std::env::var("CUSTOMER_HAT_TRIALS").is_ok_and(|value| value == "full")
}

/// The count of the day, or the one of the long trials.
fn count(always: usize, long: usize) -> usize {
    if full() { long } else { always }
}

/// Whether it comes true within a moment. A lock that was let go is held on to by whatever another test is
/// starting just then, between its fork and its exec.
fn soon(mut is_so: impl FnMut() -> bool) -> bool {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(5);
    loop {
        if is_so() {
            return true;
        }
        if std::time::Instant::now() > end {
            return false;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}

/// Numbers that look random and are the same each time (`SplitMix64`, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }
}
