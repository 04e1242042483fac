//! Windows' names for time zones, by the Unicode CLDR, release 48.2.0: 138 names.
//!
//! Written by `cargo xtask data windows`: do not edit.

/// One name per line, with `*` for " Standard Time"; then a bar, and the zone of the IANA database.
#[rustfmt::skip]
pub(super) const TABLE: &str = "\
Egypt*|Africa/Cairo
Morocco*|Africa/Casablanca
South Africa*|Africa/Johannesburg
South Sudan*|Africa/Juba
Sudan*|Africa/Khartoum
W. Central Africa*|Africa/Lagos
E. Africa*|Africa/Nairobi
Sao Tome*|Africa/Sao_Tome
Libya*|Africa/Tripoli
Namibia*|Africa/Windhoek
Aleutian*|America/Adak
Alaskan*|America/Anchorage
Tocantins*|America/Araguaina
Paraguay*|America/Asuncion
Bahia*|America/Bahia
SA Pacific*|America/Bogota
Argentina*|America/Buenos_Aires
Eastern Standard Time (Mexico)|America/Cancun
Venezuela*|America/Caracas
SA Eastern*|America/Cayenne
Central*|America/Chicago
Central Brazilian*|America/Cuiaba
Mountain*|America/Denver
Greenland*|America/Godthab
Turks And Caicos*|America/Grand_Turk
Central America*|America/Guatemala
Atlantic*|America/Halifax
Cuba*|America/Havana
US Eastern*|America/Indianapolis
SA Western*|America/La_Paz
Pacific*|America/Los_Angeles
Mountain Standard Time (Mexico)|America/Mazatlan
Central Standard Time (Mexico)|America/Mexico_City
Saint Pierre*|America/Miquelon
Montevideo*|America/Montevideo
Eastern*|America/New_York
US Mountain*|America/Phoenix
Haiti*|America/Port-au-Prince
Magallanes*|America/Punta_Arenas
Canada Central*|America/Regina
Pacific SA*|America/Santiago
E. South America*|America/Sao_Paulo
Newfoundland*|America/St_Johns
Pacific Standard Time (Mexico)|America/Tijuana
Yukon*|America/Whitehorse
Jordan*|Asia/Amman
Arabic*|Asia/Baghdad
Azerbaijan*|Asia/Baku
SE Asia*|Asia/Bangkok
Altai*|Asia/Barnaul
Middle East*|Asia/Beirut
Central Asia*|Asia/Bishkek
India*|Asia/Calcutta
Transbaikal*|Asia/Chita
Sri Lanka*|Asia/Colombo
Syria*|Asia/Damascus
Bangladesh*|Asia/Dhaka
Arabian*|Asia/Dubai
West Bank*|Asia/Hebron
W. Mongolia*|Asia/Hovd
North Asia East*|Asia/Irkutsk
Israel*|Asia/Jerusalem
Afghanistan*|Asia/Kabul
Russia Time Zone 11|Asia/Kamchatka
Pakistan*|Asia/Karachi
Nepal*|Asia/Katmandu
North Asia*|Asia/Krasnoyarsk
Magadan*|Asia/Magadan
N. Central Asia*|Asia/Novosibirsk
Omsk*|Asia/Omsk
North Korea*|Asia/Pyongyang
Qyzylorda*|Asia/Qyzylorda
Myanmar*|Asia/Rangoon
Arab*|Asia/Riyadh
Sakhalin*|Asia/Sakhalin
Korea*|Asia/Seoul
China*|Asia/Shanghai
Singapore*|Asia/Singapore
Russia Time Zone 10|Asia/Srednekolymsk
Taipei*|Asia/Taipei
West Asia*|Asia/Tashkent
Georgian*|Asia/Tbilisi
Iran*|Asia/Tehran
Tokyo*|Asia/Tokyo
Tomsk*|Asia/Tomsk
Ulaanbaatar*|Asia/Ulaanbaatar
Vladivostok*|Asia/Vladivostok
Yakutsk*|Asia/Yakutsk
Ekaterinburg*|Asia/Yekaterinburg
Caucasus*|Asia/Yerevan
Azores*|Atlantic/Azores
Cape Verde*|Atlantic/Cape_Verde
Greenwich*|Atlantic/Reykjavik
Cen. Australia*|Australia/Adelaide
E. Australia*|Australia/Brisbane
AUS Central*|Australia/Darwin
Aus Central W.*|Australia/Eucla
Tasmania*|Australia/Hobart
Lord Howe*|Australia/Lord_Howe
W. Australia*|Australia/Perth
AUS Eastern*|Australia/Sydney
UTC-11|Etc/GMT+11
Dateline*|Etc/GMT+12
UTC-02|Etc/GMT+2
UTC-08|Etc/GMT+8
UTC-09|Etc/GMT+9
UTC+12|Etc/GMT-12
UTC+13|Etc/GMT-13
Astrakhan*|Europe/Astrakhan
W. Europe*|Europe/Berlin
GTB*|Europe/Bucharest
Central Europe*|Europe/Budapest
E. Europe*|Europe/Chisinau
Turkey*|Europe/Istanbul
Kaliningrad*|Europe/Kaliningrad
FLE*|Europe/Kiev
GMT*|Europe/London
Belarus*|Europe/Minsk
Russian*|Europe/Moscow
Romance*|Europe/Paris
Russia Time Zone 3|Europe/Samara
Saratov*|Europe/Saratov
Volgograd*|Europe/Volgograd
Central European*|Europe/Warsaw
Mauritius*|Indian/Mauritius
Samoa*|Pacific/Apia
New Zealand*|Pacific/Auckland
Bougainville*|Pacific/Bougainville
Chatham Islands*|Pacific/Chatham
Easter Island*|Pacific/Easter
Fiji*|Pacific/Fiji
Central Pacific*|Pacific/Guadalcanal
Hawaiian*|Pacific/Honolulu
Line Islands*|Pacific/Kiritimati
Marquesas*|Pacific/Marquesas
Norfolk*|Pacific/Norfolk
West Pacific*|Pacific/Port_Moresby
Tonga*|Pacific/Tongatapu
";
