//! Reads libphonenumber's metadata, which the crate `rlibphonenumber` contains.

use super::{
    format::{self, Format},
    language::{Languages, NOTHING, Set},
    pattern::Pattern,
};
use crate::at;
use anyhow::{Context, Result, ensure};
use prost::Message;
use rlibphonenumber::{PhoneMetadata, PhoneMetadataCollection, PhoneNumberDesc};
use std::{collections::BTreeMap, env, fs, path::PathBuf, process::Command};

/// The name of the crate. It does not export its metadata, so they are read from its sources, which the lock file pins.
const CRATE: &str = "rlibphonenumber";

/// What numbers of one region, or of a network without one, look like.
pub struct Entry {
    /// ISO 3166 alpha-2; empty for a network.
    pub region: String,
    pub calling_code: u16,
    /// Every number matches it.
    pub general: Pattern,
    /// The lengths of whole numbers; bit `n` stands for `n` digits.
    pub lengths: u32,
    /// The lengths of numbers without their area code.
    pub local_lengths: u32,
    /// The prefix for calls abroad.
    pub international_prefix: Option<Pattern>,
    /// What is dialled before a number within the country, and the template that replaces it.
    pub national_prefix: String,
    pub transform: String,
    /// All numbers that count as the region's own, the valid ones or more.
    claimed: Set,
    /// The valid numbers.
    pub valid: Set,
    /// Those of them that are, or may be, mobile.
    pub mobile: Set,
    /// The alternatives of the patterns of all kinds.
    pub alternatives: Vec<Pattern>,
    /// An example of a mobile number, without the calling code; empty if the region has none.
    pub example: String,
    /// How numbers are written. The first format that fits a number counts.
    pub formats: Vec<Format>,
}

/// The release of libphonenumber that the metadata are from. The version of the crate is a different one.
pub fn release() -> Result<String> {
    let readme = fs::read_to_string(sources()?.join("Readme.md"))?;
    let (_, rest) =
        readme.split_once("metadata version:** `v").context("no release in its README")?;
    let (release, _) = rest.split_once('`').context("no end of the release")?;
    Ok(release.to_owned())
}

/// The entries by calling code, those of the main region first.
pub fn by_calling_code(languages: &mut Languages) -> Result<BTreeMap<u16, Vec<Entry>>> {
    let file = fs::read(sources()?.join("src/generated/metadata/metadata.bin"))?;
    let mut regions = PhoneMetadataCollection::decode(&*file)?.metadata;
    // A stable sort: the others keep their order, which decides which region a number belongs to.
    regions.sort_by_key(|region| !region.main_country_for_code());
    let mut all: BTreeMap<u16, Vec<Entry>> = BTreeMap::new();
    for region in &regions {
        let entry = read(region, languages).with_context(|| region.id.clone())?;
        all.entry(entry.calling_code).or_default().push(entry);
    }
    for entries in all.values_mut() {
        first_come(entries, languages);
    }
    Ok(all)
}

/// The folder of the crate's sources.
fn sources() -> Result<PathBuf> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(at("")).args(["metadata", "--format-version", "1", "--locked"]);
    let output = cargo.output()?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let package = packages.iter().find(|package| package["name"] == CRATE).context(CRATE)?;
    let manifest = package["manifest_path"].as_str().context("no manifest")?;
    Ok(PathBuf::from(manifest).with_file_name(""))
}

/// A number belongs to the first region that claims it, and to no other.
fn first_come(entries: &mut [Entry], languages: &mut Languages) {
    let mut taken = NOTHING;
    for entry in entries {
        entry.valid = languages.difference(entry.valid, taken);
        entry.mobile = languages.difference(entry.mobile, taken);
        taken = languages.union(taken, entry.claimed);
    }
}

#[expect(deprecated, reason = "the crate marks fields that it moves elsewhere when it starts")]
fn read(metadata: &PhoneMetadata, languages: &mut Languages) -> Result<Entry> {
    let empty = PhoneNumberDesc::default();
    let general = metadata.general_desc.as_ref().context("no general description")?;
    let lengths = bits(&general.possible_length);
    let general = pattern(general.national_number_pattern())?.context("no general pattern")?;
    let possible = {
        let (numbers, of_lengths) = (languages.of(&general)?, languages.of_lengths(lengths));
        languages.intersection(numbers, of_lengths)
    };
    // The numbers of one kind. Its own lengths count, if it has any.
    let mut kind = |kind: &Option<PhoneNumberDesc>| -> Result<Set> {
        let desc = kind.as_ref().unwrap_or(&empty);
        let Some(pattern) = pattern(desc.national_number_pattern())? else { return Ok(NOTHING) };
        let numbers = languages.of(&pattern)?;
        let numbers = languages.intersection(numbers, possible);
        let of_lengths = match &*desc.possible_length {
            [] => return Ok(numbers),
            lengths => languages.of_lengths(bits(lengths)),
        };
        Ok(languages.intersection(numbers, of_lengths))
    };
    let special = [
        kind(&metadata.premium_rate)?,
        kind(&metadata.toll_free)?,
        kind(&metadata.shared_cost)?,
        kind(&metadata.voip)?,
        kind(&metadata.personal_number)?,
        kind(&metadata.pager)?,
        kind(&metadata.uan)?,
        kind(&metadata.voicemail)?,
    ];
    let (fixed, mobile) = (kind(&metadata.fixed_line)?, kind(&metadata.mobile)?);
    // The order is that of libphonenumber's checks: a special number is not also mobile.
    let special = special.into_iter().fold(NOTHING, |all, one| languages.union(all, one));
    let is_same = metadata.same_mobile_and_fixed_line_pattern();
    let mobile = languages.difference(if is_same { fixed } else { mobile }, special);
    let valid = [fixed, mobile].into_iter().fold(special, |all, one| languages.union(all, one));
    let claimed = match pattern(metadata.leading_digits())? {
        Some(leading) => languages.starting_with(&leading)?,
        None => valid,
    };
    let kinds = [
        &metadata.premium_rate,
        &metadata.toll_free,
        &metadata.shared_cost,
        &metadata.voip,
        &metadata.personal_number,
        &metadata.pager,
        &metadata.uan,
        &metadata.voicemail,
        &metadata.fixed_line,
        &metadata.mobile,
    ];
    let mut alternatives = Vec::new();
    for desc in kinds.into_iter().flatten() {
        if let Some(pattern) = pattern(desc.national_number_pattern())? {
            alternatives.extend_from_slice(pattern.alternatives());
        }
    }
    let local = [&metadata.fixed_line, &metadata.mobile].into_iter().flatten();
    Ok(Entry {
        region: if metadata.id == WORLD { String::new() } else { metadata.id.clone() },
        calling_code: u16::try_from(metadata.country_code())?,
        general,
        lengths,
        local_lengths: local.fold(0, |all, desc| all | bits(&desc.possible_length_local_only)),
        international_prefix: pattern(metadata.international_prefix())?,
        national_prefix: unwrapped(metadata.national_prefix_for_parsing()).to_owned(),
        transform: metadata.national_prefix_transform_rule().to_owned(),
        valid: languages.intersection(valid, claimed),
        mobile: languages.intersection(mobile, claimed),
        claimed,
        alternatives,
        example: metadata.mobile.as_ref().unwrap_or(&empty).example_number().to_owned(),
        formats: format::read(metadata)?,
    })
}

/// The id that the metadata give to networks that belong to no region.
const WORLD: &str = "001";

/// Parses a pattern. `None` if there is none, which the metadata also write as `NA`.
fn pattern(text: &str) -> Result<Option<Pattern>> {
    match unwrapped(text) {
        "" | "NA" => Ok(None),
        text => Pattern::parse(text).map(Some),
    }
}

/// A pattern without the `^(?:` and `)$` that the crate puts around it.
pub fn unwrapped(text: &str) -> &str {
    text.strip_prefix("^(?:").and_then(|text| text.strip_suffix(")$")).unwrap_or(text)
}

/// The set of lengths. −1 stands for no length.
fn bits(lengths: &[i32]) -> u32 {
    lengths.iter().filter(|length| **length >= 0).fold(0, |bits, length| bits | 1 << length)
}
