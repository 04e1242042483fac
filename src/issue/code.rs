//! The closed list of issue codes.

use core::fmt;

use serde::{Serialize, Serializer};

/// One row a code: the variant, its public spelling, its meaning.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// What kind of fault or warning an [`Issue`](super::Issue) is.
        ///
        /// The spelling of a code never changes; new ones may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum IssueCode {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl IssueCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The public spelling, such as `time_past`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }
    };
}

codes! {
    /// A value of another type than the field takes.
    WrongType = "wrong_type",
    /// A field that must be there is missing or empty.
    Required = "required",
    /// A field that waevent does not know.
    UnknownField = "unknown_field",
    /// A name that stands twice where it may stand once.
    RepeatedField = "repeated_field",
    /// An option or a choice with a value that it does not take.
    InvalidOption = "invalid_option",
    /// Two fields that say different things of the same.
    FieldsContradict = "fields_contradict",
    /// The list is cut here: that many issues, or warnings, were found beyond it. Its path is empty.
    MoreIssues = "more_issues",

    /// Text in another form than one JSON object a line.
    LinesFormat = "lines_format",
    /// Bytes that are not UTF-8.
    NotUtf8 = "not_utf8",

    /// More UTF-16 code units than allowed, or than advisable.
    TooLong = "too_long",
    /// A control character where none belongs.
    ControlCharacter = "control_character",
    /// A bidirectional override (U+202D, U+202E), which can disguise text.
    BidiOverride = "bidi_override",
    /// Half of a surrogate pair: the text is not valid Unicode.
    LoneSurrogate = "lone_surrogate",
    /// A backslash and an `n`, a comma or a semicolon, where the character itself was meant.
    LiteralEscape = "literal_escape",
    /// Several lines where one belongs were joined.
    LinesJoined = "lines_joined",
    /// Tags or entities of HTML, which WhatsApp shows as they stand.
    HtmlShown = "html_shown",
    /// U+FFFD, which stands for a letter that was lost when a text was decoded.
    LetterLost = "letter_lost",

    /// Not a time in an accepted notation.
    TimeFormat = "time_format",
    /// A date without a time of day.
    TimeMissing = "time_missing",
    /// A month, day, hour, minute or second that does not exist.
    TimeOutOfRange = "time_out_of_range",
    /// A year outside 0001 to 9999.
    TimeYearRange = "time_year_range",
    /// A second numbered 60.
    TimeLeapSecond = "time_leap_second",
    /// An offset that is not written `Z` or `±hh:mm`.
    TimeOffsetFormat = "time_offset_format",
    /// An offset beyond 23:59.
    TimeOffsetRange = "time_offset_range",
    /// An offset that its zone does not have at that time.
    TimeOffsetConflict = "time_offset_conflict",
    /// A suffix in brackets that is critical and not understood.
    TimeCriticalSuffix = "time_critical_suffix",
    /// A local time without offset and without a time zone.
    TimeZoneMissing = "time_zone_missing",
    /// A time zone that is not known.
    TimeZoneUnknown = "time_zone_unknown",
    /// The letters of a time zone, which mean several zones or none.
    TimeZoneAbbreviation = "time_zone_abbreviation",
    /// A time zone's name on Windows was read as an IANA time zone.
    TimeZoneWindows = "time_zone_windows",
    /// A time zone called by letters, which has no summer time.
    TimeZoneWithoutSummerTime = "time_zone_without_summer_time",
    /// A time zone that does not count, as the time names another one itself.
    TimeZoneOverruled = "time_zone_overruled",
    /// A local time that exists twice, as the clocks go back.
    TimeAmbiguous = "time_ambiguous",
    /// A local time that does not exist, as the clocks go forward.
    TimeNonexistent = "time_nonexistent",
    /// Before the instant that counts as now.
    TimePast = "time_past",
    /// Later than WhatsApp's clients can show.
    TimeTooFar = "time_too_far",
    /// A fraction of a second was dropped.
    TimeFractionDropped = "time_fraction_dropped",
    /// `-00:00`: the instant is known, the local offset is not.
    TimeLocalOffsetUnknown = "time_local_offset_unknown",
    /// An offset that no place uses.
    TimeOffsetUnusual = "time_offset_unusual",
    /// Unix time written as text.
    TimeNumericString = "time_numeric_string",
    /// The unit of a Unix time was guessed.
    TimeUnitGuessed = "time_unit_guessed",
    /// A Unix time that does not fit its unit.
    TimeUnitSuspect = "time_unit_suspect",
    /// The host's time zone data disagrees with the embedded one about this time.
    HostTimeZoneStale = "host_time_zone_stale",
    /// The end is not after the start.
    EndBeforeStart = "end_before_start",
    /// Both an end and a duration.
    EndAndDuration = "end_and_duration",
    /// A duration that is not positive, or not in whole seconds.
    DurationInvalid = "duration_invalid",
    /// Shorter than the fifteen minutes that gateways advise.
    DurationShort = "duration_short",

    /// Letters in a phone number.
    PhoneLetters = "phone_letters",
    /// Too few digits for a phone number.
    PhoneTooShort = "phone_too_short",
    /// Too many digits for a phone number.
    PhoneTooLong = "phone_too_long",
    /// Digits that no country code leads.
    PhoneUnknownCountryCode = "phone_unknown_country_code",
    /// A national number without its country.
    PhoneCountryMissing = "phone_country_missing",
    /// A number without its area code.
    PhoneAreaCodeMissing = "phone_area_code_missing",
    /// As many digits as a number, and none that the countries of its calling code have.
    PhoneInvalidForRegion = "phone_invalid_for_region",
    /// A number as it was written before its country renumbered.
    PhoneRenumbered = "phone_renumbered",
    /// A number of a network that belongs to no country, such as satellites.
    PhoneNonGeographic = "phone_non_geographic",
    /// A number with an extension, which WhatsApp does not know.
    PhoneExtension = "phone_extension",
    /// More than one number.
    PhoneMultiple = "phone_multiple",
    /// A plus sign that is not the first character, or more than one.
    PhoneMalformedPlus = "phone_malformed_plus",
    /// A number as spreadsheets write them, with a fraction or an exponent.
    PhoneNumberFormat = "phone_number_format",
    /// Characters that do not belong in a phone number.
    PhoneInvalidCharacters = "phone_invalid_characters",
    /// A `tel` URI that RFC 3966 does not allow.
    PhoneMalformedUri = "phone_malformed_uri",
    /// A link of another kind, or to another host, than those that hold a number.
    PhoneUnsupportedScheme = "phone_unsupported_scheme",
    /// A link of WhatsApp that holds no number.
    PhoneLinkWithoutNumber = "phone_link_without_number",
    /// A number that is not mobile, such as a fixed line.
    PhoneNotMobile = "phone_not_mobile",
    /// Digits or a plus sign of another script were read as ASCII.
    PhoneDigitsNormalized = "phone_digits_normalized",
    /// Invisible characters were removed.
    PhoneInvisibleRemoved = "phone_invisible_removed",
    /// An apostrophe or quotation marks, which spreadsheets put around text, were removed.
    PhoneQuotesRemoved = "phone_quotes_removed",
    /// A prefix that is dialled at home only was removed from an international number.
    PhoneTrunkZeroRemoved = "phone_trunk_zero_removed",
    /// A prefix of former times was removed.
    PhoneLegacyPrefixRemoved = "phone_legacy_prefix_removed",
    /// The ninth digit of a Brazilian mobile number was added.
    PhoneNinthDigitAdded = "phone_ninth_digit_added",
    /// `00` was read as what is dialled before an international number.
    PhoneInternationalPrefixAssumed = "phone_international_prefix_assumed",
    /// Digits without a plus were read as an international number.
    PhoneCountryCodeAssumed = "phone_country_code_assumed",
    /// The number was taken out of a link.
    PhoneFromLink = "phone_from_link",
    /// The device and the agent were removed from an id.
    PhoneDeviceRemoved = "phone_device_removed",
    /// An id that the numbering plans have no number for: accepted, since ids outlive numbers.
    PhoneIdOutsidePlan = "phone_id_outside_plan",
    /// An invitation to a group, which does not contain the group's id.
    RecipientGroupInvite = "recipient_group_invite",
    /// A channel, which cannot receive events.
    RecipientNewsletter = "recipient_newsletter",
    /// A broadcast list, which cannot receive events.
    RecipientBroadcast = "recipient_broadcast",
    /// A kind of recipient that the gateway does not take.
    RecipientUnsupported = "recipient_unsupported",

    /// A latitude outside −90 to 90 degrees.
    LatitudeRange = "latitude_range",
    /// A longitude outside −180 to 180 degrees.
    LongitudeRange = "longitude_range",
    /// One coordinate without the other.
    CoordinatesIncomplete = "coordinates_incomplete",
    /// Coordinates that look swapped.
    CoordinatesSwapped = "coordinates_swapped",
    /// Coordinates of exactly 0, 0.
    CoordinatesZero = "coordinates_zero",
    /// A decimal comma in a number written as text.
    DecimalComma = "decimal_comma",
    /// A number written as text with a point or a comma that may part thousands or decimals.
    NumberAmbiguous = "number_ambiguous",
    /// Not an absolute URL by the grammar of RFC 3986.
    UrlFormat = "url_format",
    /// A URL with a scheme that is not allowed here.
    UrlScheme = "url_scheme",
    /// A URL that carries a user name or a password.
    UrlCredentials = "url_credentials",
    /// A join link that is not a WhatsApp call link.
    JoinLinkNotWhatsapp = "join_link_not_whatsapp",
    /// A reminder out of range, or not in whole seconds.
    ReminderInvalid = "reminder_invalid",
    /// A delay out of range, or not in whole seconds.
    DelayInvalid = "delay_invalid",
    /// Not a message id.
    ReplyIdFormat = "reply_id_format",

    /// A field that the gateway, or the rest of the event, gives no place.
    FieldUnsupported = "field_unsupported",
    /// A field that went into another one, because the gateway has no place of its own for it.
    FieldMoved = "field_moved",
    /// A field that this gateway cannot do without.
    FieldRequiredByGateway = "field_required_by_gateway",
    /// An end that the gateway makes up, since the event has none.
    EndInvented = "end_invented",
    /// A gateway that cannot do with an event that was sent what it is asked for.
    OperationUnsupported = "operation_unsupported",
    /// Not a message id, or none in its gateway's form.
    MessageIdFormat = "message_id_format",
    /// A gateway that waevent does not know.
    UnknownGateway = "unknown_gateway",
    /// A name that cannot stand in the path of a URL.
    TargetSegment = "target_segment",
    /// A base URL that requests cannot be sent to.
    TargetBaseUrl = "target_base_url",
    /// A base URL that ends with what the gateway's own paths begin with.
    TargetBaseUrlPath = "target_base_url_path",
    /// A value that cannot stand in a header.
    HeaderValue = "header_value",

    /// A webhook without the signature that its gateway gives.
    SignatureMissing = "signature_missing",
    /// A signature in another form than its gateway's.
    SignatureFormat = "signature_format",
    /// A signature that says that it was made in another way than its gateway's.
    SignatureAlgorithm = "signature_algorithm",
    /// A signature that was not made of this body with this secret.
    SignatureMismatch = "signature_mismatch",
    /// A gateway that publishes no signature of its webhooks.
    SignatureUnpublished = "signature_unpublished",
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for IssueCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
