//! The closed list of issue codes.

use core::fmt;

use serde::{Serialize, Serializer};

/// Each row is a code: its meaning, its variant and its public spelling.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// The kind of a fault or a warning; see [`Issue`](super::Issue).
        ///
        /// The spelling of a code never changes. New codes may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum IssueCode {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl IssueCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the public spelling, such as `time_past`.
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
    /// A value of a type that the field does not accept.
    WrongType = "wrong_type",
    /// A required field that is missing or empty.
    Required = "required",
    /// A field that waevent does not know.
    UnknownField = "unknown_field",
    /// A name that is given twice but may be given only once.
    RepeatedField = "repeated_field",
    /// An option or a choice with a value that it does not accept.
    InvalidOption = "invalid_option",
    /// Two fields for the same thing that contradict each other.
    FieldsContradict = "fields_contradict",
    /// The end of a shortened list: `count` further issues, or warnings, were found. Its path is empty.
    MoreIssues = "more_issues",

    /// Text that is not one JSON object per line.
    LinesFormat = "lines_format",
    /// Bytes that are not UTF-8.
    NotUtf8 = "not_utf8",

    /// More UTF-16 code units than allowed or advisable.
    TooLong = "too_long",
    /// A control character where none is allowed.
    ControlCharacter = "control_character",
    /// A bidirectional override (U+202D, U+202E), which can disguise text.
    BidiOverride = "bidi_override",
    /// A lone surrogate: the text is not valid Unicode.
    LoneSurrogate = "lone_surrogate",
    /// A backslash followed by an `n`, a comma or a semicolon, where the character itself was meant.
    LiteralEscape = "literal_escape",
    /// Several lines were joined, because the field has only one.
    LinesJoined = "lines_joined",
    /// HTML tags or entities, which WhatsApp shows as they are.
    HtmlShown = "html_shown",
    /// U+FFFD, which replaces a letter that was lost when a text was decoded.
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
    /// A critical suffix in brackets that is not understood.
    TimeCriticalSuffix = "time_critical_suffix",
    /// A local time without an offset and without a time zone.
    TimeZoneMissing = "time_zone_missing",
    /// An unknown time zone.
    TimeZoneUnknown = "time_zone_unknown",
    /// An abbreviation of a time zone, which can mean several zones or none.
    TimeZoneAbbreviation = "time_zone_abbreviation",
    /// A Windows time zone name was read as an IANA time zone.
    TimeZoneWindows = "time_zone_windows",
    /// A time zone named by an abbreviation, such as `EST`, which has no daylight saving time.
    TimeZoneWithoutSummerTime = "time_zone_without_summer_time",
    /// A time zone that is ignored, because the time itself names another one.
    TimeZoneOverruled = "time_zone_overruled",
    /// A local time that exists twice, because the clocks go back.
    TimeAmbiguous = "time_ambiguous",
    /// A local time that does not exist, because the clocks go forward.
    TimeNonexistent = "time_nonexistent",
    /// Before the current time.
    TimePast = "time_past",
    /// Later than WhatsApp's clients can show.
    TimeTooFar = "time_too_far",
    /// A fraction of a second was dropped.
    TimeFractionDropped = "time_fraction_dropped",
    /// `-00:00`: the instant is known, but not the local offset.
    TimeLocalOffsetUnknown = "time_local_offset_unknown",
    /// An offset that no place uses.
    TimeOffsetUnusual = "time_offset_unusual",
    /// Unix time written as text.
    TimeNumericString = "time_numeric_string",
    /// The unit of a Unix time was guessed.
    TimeUnitGuessed = "time_unit_guessed",
    /// A Unix time that does not fit its unit.
    TimeUnitSuspect = "time_unit_suspect",
    /// The host's time zone data disagrees with waevent's about this time.
    HostTimeZoneStale = "host_time_zone_stale",
    /// The end is not after the start.
    EndBeforeStart = "end_before_start",
    /// Both an end and a duration are given.
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
    /// Digits that do not begin with a country code.
    PhoneUnknownCountryCode = "phone_unknown_country_code",
    /// A national number without its country.
    PhoneCountryMissing = "phone_country_missing",
    /// A number without its area code.
    PhoneAreaCodeMissing = "phone_area_code_missing",
    /// A number of the right length that no country with its calling code uses.
    PhoneInvalidForRegion = "phone_invalid_for_region",
    /// A number in the form that it had before its country renumbered.
    PhoneRenumbered = "phone_renumbered",
    /// A number of a network that belongs to no country, such as a satellite network.
    PhoneNonGeographic = "phone_non_geographic",
    /// A number with an extension, which WhatsApp does not support.
    PhoneExtension = "phone_extension",
    /// More than one number.
    PhoneMultiple = "phone_multiple",
    /// A plus sign that is not the first character, or more than one.
    PhoneMalformedPlus = "phone_malformed_plus",
    /// A number as spreadsheets write it, with a fraction or an exponent.
    PhoneNumberFormat = "phone_number_format",
    /// Characters that are not allowed in a phone number.
    PhoneInvalidCharacters = "phone_invalid_characters",
    /// A `tel` URI that RFC 3966 does not allow.
    PhoneMalformedUri = "phone_malformed_uri",
    /// A link of a kind, or to a host, that cannot contain a number.
    PhoneUnsupportedScheme = "phone_unsupported_scheme",
    /// A WhatsApp link that contains no number.
    PhoneLinkWithoutNumber = "phone_link_without_number",
    /// A number that is not mobile, such as a fixed line.
    PhoneNotMobile = "phone_not_mobile",
    /// Digits or a plus sign of another script were read as ASCII.
    PhoneDigitsNormalized = "phone_digits_normalized",
    /// Invisible characters were removed.
    PhoneInvisibleRemoved = "phone_invisible_removed",
    /// An apostrophe or quotation marks, which spreadsheets put around texts, were removed.
    PhoneQuotesRemoved = "phone_quotes_removed",
    /// A prefix that is only dialled within the country was removed from an international number.
    PhoneTrunkZeroRemoved = "phone_trunk_zero_removed",
    /// An obsolete prefix was removed.
    PhoneLegacyPrefixRemoved = "phone_legacy_prefix_removed",
    /// The ninth digit of a Brazilian mobile number was added.
    PhoneNinthDigitAdded = "phone_ninth_digit_added",
    /// `00` was read as the international dialling prefix.
    PhoneInternationalPrefixAssumed = "phone_international_prefix_assumed",
    /// Digits without a plus sign were read as an international number.
    PhoneCountryCodeAssumed = "phone_country_code_assumed",
    /// The number was taken out of a link.
    PhoneFromLink = "phone_from_link",
    /// The device and the agent were removed from an id.
    PhoneDeviceRemoved = "phone_device_removed",
    /// An id whose number is not in the numbering plans. It is accepted, because ids outlive numbers.
    PhoneIdOutsidePlan = "phone_id_outside_plan",
    /// An invitation to a group, which does not contain the group's id.
    RecipientGroupInvite = "recipient_group_invite",
    /// A channel, which cannot receive events.
    RecipientNewsletter = "recipient_newsletter",
    /// A broadcast list, which cannot receive events.
    RecipientBroadcast = "recipient_broadcast",
    /// A kind of recipient that the gateway does not accept.
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
    /// A number written as text, with a point or a comma that may separate thousands or decimals.
    NumberAmbiguous = "number_ambiguous",
    /// Not an absolute URL according to RFC 3986.
    UrlFormat = "url_format",
    /// A URL with a scheme that is not allowed here.
    UrlScheme = "url_scheme",
    /// A URL that contains a user name or a password.
    UrlCredentials = "url_credentials",
    /// A join link that is not a WhatsApp call link.
    JoinLinkNotWhatsapp = "join_link_not_whatsapp",
    /// A reminder out of range, or not in whole seconds.
    ReminderInvalid = "reminder_invalid",
    /// A delay out of range, or not in whole seconds.
    DelayInvalid = "delay_invalid",
    /// Not a message id.
    ReplyIdFormat = "reply_id_format",

    /// A field that the gateway cannot carry, or that has no effect without another field.
    FieldUnsupported = "field_unsupported",
    /// A field that was moved into another one, because the gateway has no field for it.
    FieldMoved = "field_moved",
    /// A field that this gateway requires.
    FieldRequiredByGateway = "field_required_by_gateway",
    /// An end that the gateway invents, because the event has none.
    EndInvented = "end_invented",
    /// An operation on a sent event that the gateway does not support.
    OperationUnsupported = "operation_unsupported",
    /// Not a message id, or not in its gateway's form.
    MessageIdFormat = "message_id_format",
    /// A gateway that waevent does not know.
    UnknownGateway = "unknown_gateway",
    /// A name that is not allowed in the path of a URL.
    TargetSegment = "target_segment",
    /// A base URL that requests cannot be sent to.
    TargetBaseUrl = "target_base_url",
    /// A base URL that ends with the beginning of the gateway's own paths.
    TargetBaseUrlPath = "target_base_url_path",
    /// A value that is not allowed in a header.
    HeaderValue = "header_value",

    /// A webhook without its gateway's signature.
    SignatureMissing = "signature_missing",
    /// A signature that is not in its gateway's form.
    SignatureFormat = "signature_format",
    /// A signature that names another algorithm than its gateway's.
    SignatureAlgorithm = "signature_algorithm",
    /// A signature that does not match this body and this secret.
    SignatureMismatch = "signature_mismatch",
    /// A gateway that does not document a signature of its webhooks.
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
