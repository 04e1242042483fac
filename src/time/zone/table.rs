//! The time zones of the IANA database, release 2026f: 598 names, 86 behaviours.
//!
//! Written by `cargo xtask data zones`: do not edit.
#![allow(clippy::unreadable_literal, reason = "minutes of years")]

use super::{
    era::{Era, NO_RULE},
    rule::{Rule, Switch},
};

/// The release of the IANA time zone database that the zones are from.
pub const RELEASE: &str = "2026f";

/// How many names share an entry of [`BLOCKS`].
pub(super) const BLOCK: usize = 16;

/// The names in lower case: how many bytes each shares with the one before, and the rest of it.
#[rustfmt::skip]
pub(super) const NAMES: &[u8] = b"\
    \x00africa/abidjan\x08ccra\x08ddis_ababa\x08lgiers\x08smara\x0aera\x07bamako\x09ngui\x0ajul\x08issau\x08lantyre\x08razzaville\x08ujumbura\x07cairo\x09sablanca\x08euta\
    \x00africa/conakry\x07dakar\x09r_es_salaam\x08jibouti\x08ouala\x07el_aaiun\x07freetown\x07gaborone\x07harare\x07johannesburg\x08uba\x07kampala\x08hartoum\x08igali\x09nshasa\x07lagos\
    \x00africa/libreville\x08ome\x08uanda\x09bumbashi\x09saka\x07malabo\x09puto\x09seru\x08babane\x08ogadishu\x09nrovia\x07nairobi\x08djamena\x08iamey\x08ouakchott\x07ouagadougou\
    \x00africa/porto-novo\x07sao_tome\x07timbuktu\x08ripoli\x08unis\x07windhoek\x01merica/adak\x09nchorage\x0aguilla\x0atigua\x09raguaina\x0agentina/buenos_aires\x12catamarca\x13omodrivadavia\x14rdoba\x12jujuy\
    \x00america/argentina/la_rioja\x12mendoza\x12rio_gallegos\x12salta\x14n_juan\x16luis\x12tucuman\x12ushuaia\x0auba\x09suncion\x09tikokan\x0aka\x08bahia\x0d_banderas\x0arbados\x09elem\
    \x00america/belize\x09lanc-sablon\x09oa_vista\x0agota\x0aise\x09uenos_aires\x08cambridge_bay\x0bpo_grande\x0ancun\x0aracas\x0atamarca\x0ayenne\x0bman\x09hicago\x0bhuahua\x09iudad_juarez\
    \x00america/coral_harbour\x0bdoba\x0asta_rica\x0ayhaique\x09reston\x09uiaba\x0aracao\x08danmarkshavn\x0awson\x0e_creek\x09enver\x0atroit\x09ominica\x08edmonton\x09irunepe\x09l_salvador\
    \x00america/ensenada\x08fort_nelson\x0dwayne\x0caleza\x08glace_bay\x09odthab\x0aose_bay\x09rand_turk\x0aenada\x09uadeloupe\x0btemala\x0byaquil\x0ayana\x08halifax\x0avana\x09ermosillo\
    \x00america/indiana/indianapolis\x10knox\x10marengo\x10petersburg\x10tell_city\x10vevay\x11incennes\x10winamac\x0fpolis\x0auvik\x09qaluit\x08jamaica\x09ujuy\x0aneau\x08kentucky/louisville\x11monticello\
    \x00america/knox_in\x09ralendijk\x08la_paz\x09ima\x09os_angeles\x0auisville\x0awer_princes\x08maceio\x0anagua\x0cus\x0arigot\x0btinique\x0atamoros\x0azatlan\x09endoza\x0bominee\
    \x00america/merida\x0atlakatla\x0axico_city\x09iquelon\x09oncton\x0bterrey\x0dvideo\x0creal\x0cserrat\x08nassau\x09ew_york\x09ipigon\x09ome\x0aronha\x0bth_dakota/beulah\x15center\
    \x00america/north_dakota/new_salem\x09uuk\x08ojinaga\x08panama\x0bgnirtung\x0aramaribo\x09hoenix\x09ort-au-prince\x0c_of_spain\x0co_acre\x0evelho\x09uerto_rico\x0anta_arenas\x08rainy_river\x0ankin_inlet\x09ecife\
    \x00america/regina\x0asolute\x09io_branco\x09osario\x08santa_isabel\x0drem\x0ciago\x0co_domingo\x0ao_paulo\x09coresbysund\x09hiprock\x09itka\x09t_barthelemy\x0bjohns\x0bkitts\x0blucia\
    \x00america/st_thomas\x0bvincent\x09wift_current\x08tegucigalpa\x09hule\x0bnder_bay\x09ijuana\x09oronto\x0btola\x08vancouver\x09irgin\x08whitehorse\x09innipeg\x08yakutat\x09ellowknife\x01ntarctica/casey\
    \x00antarctica/davis\x0cumontdurville\x0bmacquarie\x0dwson\x0ccmurdo\x0bpalmer\x0brothera\x0bsouth_pole\x0cyowa\x0btroll\x0bvostok\x01rctic/longyearbyen\x01sia/aden\x06lmaty\x06mman\x06nadyr\
    \x00asia/aqtau\x08obe\x06shgabat\x08khabad\x06tyrau\x05baghdad\x07hrain\x07ku\x07ngkok\x07rnaul\x06eirut\x06ishkek\x06runei\x05calcutta\x06hita\x07oibalsan\
    \x00asia/chongqing\x07ungking\x06olombo\x05dacca\x07mascus\x06haka\x06ili\x06ubai\x07shanbe\x05famagusta\x05gaza\x05harbin\x06ebron\x06o_chi_minh\x07ng_kong\x07vd\
    \x00asia/irkutsk\x06stanbul\x05jakarta\x07yapura\x06erusalem\x05kabul\x07mchatka\x07rachi\x07shgar\x07thmandu\x08mandu\x06handyga\x06olkata\x06rasnoyarsk\x06uala_lumpur\x07ching\
    \x00asia/kuwait\x05macao\x09u\x07gadan\x07kassar\x07nila\x06uscat\x05nicosia\x06ovokuznetsk\x09sibirsk\x05omsk\x06ral\x05phnom_penh\x06ontianak\x06yongyang\x05qatar\
    \x00asia/qostanay\x06yzylorda\x05rangoon\x06iyadh\x05saigon\x07khalin\x07markand\x06eoul\x06hanghai\x06ingapore\x06rednekolymsk\x05taipei\x07shkent\x06bilisi\x06ehran\x07l_aviv\
    \x00asia/thimbu\x09phu\x06okyo\x07msk\x05ujung_pandang\x06laanbaatar\x08n_bator\x06rumqi\x06st-nera\x05vientiane\x06ladivostok\x05yakutsk\x07ngon\x06ekaterinburg\x07revan\x01tlantic/azores\
    \x00atlantic/bermuda\x09canary\x0bpe_verde\x09faeroe\x0broe\x09jan_mayen\x09madeira\x09reykjavik\x09south_georgia\x0at_helena\x0banley\x01ustralia/act\x0bdelaide\x0abrisbane\x0coken_hill\x0acanberra\
    \x00australia/currie\x0adarwin\x0aeucla\x0ahobart\x0alhi\x0bindeman\x0bord_howe\x0amelbourne\x0anorth\x0bsw\x0aperth\x0aqueensland\x0asouth\x0bydney\x0atasmania\x0avictoria\
    \x00australia/west\x0ayancowinna\x00brazil/acre\x07denoronha\x07east\x07west\x00canada/atlantic\x07central\x07eastern\x07mountain\x07newfoundland\x07pacific\x07saskatchewan\x07yukon\x01et\x01hile/continental\
    \x00chile/easterisland\x01st6cdt\x01uba\x00eet\x01gypt\x01ire\x01st\x035edt\x01tc/gmt\x07+0\x081\x090\x091\x092\x082\x083\
    \x00etc/gmt+4\x085\x086\x087\x088\x089\x07-0\x081\x090\x091\x092\x093\x094\x082\x083\x084\
    \x00etc/gmt-5\x086\x087\x088\x089\x070\x05reenwich\x04uct\x05niversal\x05tc\x04zulu\x01urope/amsterdam\x08ndorra\x08strakhan\x08thens\x07belfast\
    \x00europe/belgrade\x09rlin\x08ratislava\x09ussels\x08ucharest\x09dapest\x09singen\x07chisinau\x08openhagen\x07dublin\x07gibraltar\x08uernsey\x07helsinki\x07isle_of_man\x09tanbul\x07jersey\
    \x00europe/kaliningrad\x08iev\x09rov\x08yiv\x07lisbon\x08jubljana\x08ondon\x08uxembourg\x07madrid\x09lta\x09riehamn\x08insk\x08onaco\x09scow\x07nicosia\x07oslo\
    \x00europe/paris\x08odgorica\x08rague\x07riga\x08ome\x07samara\x09n_marino\x09rajevo\x0btov\x08imferopol\x08kopje\x08ofia\x08tockholm\x07tallinn\x08irane\x0bspol\
    \x00europe/ulyanovsk\x08zhgorod\x07vaduz\x09tican\x08ienna\x09lnius\x08olgograd\x07warsaw\x07zagreb\x09porozhye\x08urich\x00factory\x00gb\x02-eire\x01mt\x03+0\
    \x00gmt-0\x030\x01reenwich\x00hongkong\x01st\x00iceland\x01ndian/antananarivo\x07chagos\x09ristmas\x08ocos\x09moro\x07kerguelen\x07mahe\x09ldives\x09uritius\x09yotte\
    \x00indian/reunion\x01ran\x01srael\x00jamaica\x02pan\x00kwajalein\x00libya\x00met\x02xico/bajanorte\x0bsur\x07general\x01st\x037mdt\x00navajo\x01z\x02-chat\
    \x00pacific/apia\x09uckland\x08bougainville\x08chatham\x0auuk\x08easter\x09fate\x09nderbury\x08fakaofo\x09iji\x09unafuti\x08galapagos\x0ambier\x09uadalcanal\x0bm\x08honolulu\
    \x00pacific/johnston\x08kanton\x09iritimati\x09osrae\x09wajalein\x08majuro\x0arquesas\x09idway\x08nauru\x09iue\x09orfolk\x0aumea\x08pago_pago\x0alau\x09itcairn\x09ohnpei\
    \x00pacific/ponape\x0art_moresby\x08rarotonga\x08saipan\x0amoa\x08tahiti\x0arawa\x09ongatapu\x09ruk\x08wake\x0allis\x08yap\x01oland\x02rtugal\x01rc\x01st8pdt\
    \x00roc\x02k\x00singapore\x00turkey\x00uct\x01niversal\x01s/alaska\x05eutian\x04rizona\x03central\x03east-indiana\x07ern\x03hawaii\x03indiana-starke\x03michigan\x04ountain\
    \x00us/pacific\x03samoa\x01tc\x00w-su\x01et\x00zulu\
";

/// Where in [`NAMES`] each block starts.
#[rustfmt::skip]
pub(super) const BLOCKS: &[u16] = &[
    0, 118, 251, 377, 534, 667, 804, 940, 1074, 1227, 1355, 1485, 1648, 1783, 1937, 2079,
    2186, 2300, 2429, 2545, 2673, 2813, 2963, 3087, 3246, 3319, 3360, 3456, 3596, 3707, 3820, 3930,
    4047, 4154, 4279, 4400, 4509, 4632,
];

/// For each name, in the same order, the index of its first row in [`ERAS`].
#[rustfmt::skip]
pub(super) const ZONES: &[u8] = &[
    0, 0, 5, 14, 5, 5, 0, 14, 0, 0, 7, 14, 7, 64, 174, 1,
    0, 0, 5, 5, 14, 174, 0, 7, 7, 7, 68, 5, 7, 7, 14, 14,
    14, 0, 14, 7, 7, 14, 7, 7, 7, 5, 0, 5, 14, 14, 0, 0,
    14, 0, 0, 7, 14, 7, 34, 25, 3, 3, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 3, 163, 8, 34, 2, 125, 3, 2,
    18, 3, 3, 8, 27, 2, 27, 3, 8, 3, 2, 2, 8, 13, 107, 86,
    8, 2, 18, 95, 23, 3, 3, 0, 58, 23, 27, 4, 3, 56, 8, 18,
    26, 23, 4, 2, 28, 154, 28, 4, 3, 3, 18, 8, 3, 28, 77, 23,
    4, 13, 4, 4, 13, 4, 4, 4, 4, 56, 4, 8, 2, 25, 4, 4,
    13, 3, 3, 8, 26, 4, 3, 2, 18, 3, 3, 3, 13, 132, 2, 13,
    125, 25, 125, 49, 28, 125, 2, 4, 3, 4, 4, 4, 25, 31, 13, 13,
    13, 154, 89, 8, 4, 2, 23, 4, 3, 8, 3, 3, 2, 60, 13, 2,
    18, 13, 8, 2, 26, 2, 80, 3, 2, 92, 27, 25, 3, 40, 3, 3,
    3, 3, 18, 18, 28, 4, 26, 4, 3, 62, 3, 58, 60, 25, 56, 146,
    12, 16, 22, 11, 33, 2, 2, 33, 5, 51, 72, 1, 5, 66, 119, 20,
    11, 11, 11, 11, 11, 5, 5, 15, 12, 12, 52, 21, 6, 36, 17, 6,
    6, 6, 36, 21, 113, 21, 17, 15, 11, 10, 190, 6, 190, 12, 6, 12,
    6, 5, 12, 17, 35, 53, 20, 11, 21, 42, 42, 17, 36, 12, 6, 6,
    5, 6, 6, 19, 6, 6, 15, 10, 12, 12, 21, 11, 12, 12, 17, 5,
    66, 11, 37, 5, 12, 19, 11, 17, 6, 6, 19, 6, 11, 15, 139, 35,
    21, 21, 17, 12, 6, 6, 6, 21, 16, 12, 16, 17, 37, 11, 15, 50,
    28, 9, 41, 9, 9, 1, 9, 0, 31, 0, 2, 22, 32, 16, 32, 22,
    22, 43, 54, 22, 44, 16, 44, 22, 43, 22, 6, 16, 32, 22, 22, 22,
    6, 32, 8, 31, 2, 3, 28, 60, 4, 56, 40, 62, 18, 58, 1, 80,
    74, 13, 77, 10, 64, 9, 8, 4, 0, 0, 41, 24, 29, 47, 31, 2,
    3, 8, 18, 23, 39, 38, 0, 14, 16, 19, 20, 30, 46, 7, 5, 15,
    11, 21, 12, 6, 17, 0, 0, 0, 0, 0, 0, 1, 1, 15, 10, 9,
    1, 1, 1, 1, 10, 1, 1, 83, 1, 9, 1, 9, 10, 9, 5, 9,
    7, 10, 5, 10, 9, 1, 9, 1, 1, 1, 10, 5, 1, 5, 10, 1,
    1, 1, 1, 10, 1, 15, 1, 1, 15, 5, 1, 10, 1, 10, 1, 83,
    15, 10, 1, 1, 1, 10, 70, 1, 1, 10, 1, 0, 9, 9, 0, 0,
    0, 0, 0, 6, 24, 0, 5, 21, 12, 37, 5, 11, 15, 11, 15, 5,
    15, 139, 35, 8, 17, 20, 7, 1, 26, 132, 125, 23, 27, 27, 33, 45,
    103, 33, 19, 45, 16, 74, 19, 30, 30, 99, 20, 18, 38, 19, 16, 24,
    24, 30, 46, 19, 20, 20, 48, 29, 20, 29, 55, 19, 29, 17, 39, 19,
    19, 16, 24, 16, 29, 24, 20, 30, 16, 20, 20, 16, 1, 9, 6, 26,
    6, 17, 6, 5, 0, 0, 25, 34, 23, 13, 4, 4, 24, 13, 4, 27,
    26, 29, 0, 5, 9, 0,
];

/// The yearly rules of summer time.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule::new(60, Switch::new(3, 2, 0, 120), Switch::new(11, 1, 0, 120)), // M3.2.0,M11.1.0
    Rule::new(60, Switch::new(3, 5, 0, 120), Switch::new(10, 5, 0, 180)), // M3.5.0,M10.5.0/3
    Rule::new(60, Switch::new(3, 5, 0, 180), Switch::new(10, 5, 0, 240)), // M3.5.0/3,M10.5.0/4
    Rule::new(60, Switch::new(3, 5, 0, 60), Switch::new(10, 5, 0, 120)), // M3.5.0/1,M10.5.0
    Rule::new(60, Switch::new(10, 1, 0, 120), Switch::new(4, 1, 0, 180)), // M10.1.0,M4.1.0/3
    Rule::new(60, Switch::new(9, 5, 0, 120), Switch::new(4, 1, 0, 180)), // M9.5.0,M4.1.0/3
    Rule::new(60, Switch::new(3, 4, 4, 1560), Switch::new(10, 5, 0, 120)), // M3.4.4/26,M10.5.0
    Rule::new(60, Switch::new(3, 5, 0, -60), Switch::new(10, 5, 0, 0)), // M3.5.0/-1,M10.5.0/0
    Rule::new(30, Switch::new(10, 1, 0, 120), Switch::new(4, 1, 0, 120)), // M10.1.0,M4.1.0
    Rule::new(60, Switch::new(3, 2, 0, 0), Switch::new(11, 1, 0, 60)), // M3.2.0/0,M11.1.0/1
    Rule::new(60, Switch::new(3, 4, 4, 3000), Switch::new(10, 4, 4, 3000)), // M3.4.4/50,M10.4.4/50
    Rule::new(60, Switch::new(4, 5, 5, 0), Switch::new(10, 5, 4, 1440)), // M4.5.5/0,M10.5.4/24
    Rule::new(60, Switch::new(9, 1, 6, 1320), Switch::new(4, 1, 6, 1320)), // M9.1.6/22,M4.1.6/22
    Rule::new(60, Switch::new(9, 1, 6, 1440), Switch::new(4, 1, 6, 1440)), // M9.1.6/24,M4.1.6/24
    Rule::new(60, Switch::new(9, 5, 0, 165), Switch::new(4, 1, 0, 225)), // M9.5.0/2:45,M4.1.0/3:45
    Rule::new(60, Switch::new(3, 5, 0, 0), Switch::new(10, 5, 0, 0)), // M3.5.0/0,M10.5.0/0
    Rule::new(60, Switch::new(3, 5, 0, 0), Switch::new(10, 5, 0, 60)), // M3.5.0/0,M10.5.0/1
    Rule::new(120, Switch::new(3, 5, 0, 60), Switch::new(10, 5, 0, 180)), // M3.5.0/1,M10.5.0/3
];

/// The rows of the zones, after the first name of each.
#[rustfmt::skip]
pub(super) const ERAS: &[Era] = &[
    // africa/abidjan
    Era::new(0, 0, NO_RULE),
    // africa/ceuta
    Era::new(0, 60, 1),
    // america/araguaina
    Era::new(0, -180, NO_RULE),
    // america/anguilla
    Era::new(0, -240, NO_RULE),
    // america/detroit
    Era::new(0, -300, 0),
    // africa/addis_ababa
    Era::new(0, 180, NO_RULE),
    // asia/brunei
    Era::new(0, 480, NO_RULE),
    // africa/blantyre
    Era::new(0, 120, NO_RULE),
    // america/atikokan
    Era::new(0, -300, NO_RULE),
    // atlantic/canary
    Era::new(0, 0, 3),
    // asia/famagusta
    Era::new(0, 120, 2),
    // antarctica/mawson
    Era::new(0, 300, NO_RULE),
    // antarctica/davis
    Era::new(0, 420, NO_RULE),
    // america/chicago
    Era::new(0, -360, 0),
    // africa/algiers
    Era::new(0, 60, NO_RULE),
    // asia/baku
    Era::new(0, 240, NO_RULE),
    // antarctica/dumontdurville
    Era::new(0, 600, NO_RULE),
    // asia/chita
    Era::new(0, 540, NO_RULE),
    // america/belize
    Era::new(0, -360, NO_RULE),
    // asia/magadan
    Era::new(0, 660, NO_RULE),
    // asia/anadyr
    Era::new(0, 720, NO_RULE),
    // asia/bishkek
    Era::new(0, 360, NO_RULE),
    // antarctica/macquarie
    Era::new(0, 600, 4),
    // america/creston
    Era::new(0, -420, NO_RULE),
    // etc/gmt+10
    Era::new(0, -600, NO_RULE),
    // america/anchorage
    Era::new(0, -540, 0),
    // america/ensenada
    Era::new(0, -480, 0),
    // america/boise
    Era::new(0, -420, 0),
    // america/glace_bay
    Era::new(0, -240, 0),
    // etc/gmt+11
    Era::new(0, -660, NO_RULE),
    // etc/gmt-13
    Era::new(0, 780, NO_RULE),
    // america/noronha
    Era::new(0, -120, NO_RULE),
    // australia/adelaide
    Era::new(0, 570, 4),
    // antarctica/mcmurdo
    Era::new(0, 720, 5),
    // america/adak
    Era::new(0, -600, 0),
    // asia/jerusalem
    Era::new(0, 120, 6),
    // asia/calcutta
    Era::new(0, 330, NO_RULE),
    // asia/rangoon
    Era::new(0, 390, NO_RULE),
    // etc/gmt+9
    Era::new(0, -540, NO_RULE),
    // etc/gmt+8
    Era::new(0, -480, NO_RULE),
    // america/st_johns
    Era::new(0, -210, 0),
    // atlantic/cape_verde
    Era::new(0, -60, NO_RULE),
    // asia/kathmandu
    Era::new(0, 345, NO_RULE),
    // australia/darwin
    Era::new(0, 570, NO_RULE),
    // australia/lhi
    Era::new(0, 630, 8),
    // nz-chat
    Era::new(0, 765, 14),
    // etc/gmt-14
    Era::new(0, 840, NO_RULE),
    // etc/gmt+12
    Era::new(0, -720, NO_RULE),
    // pacific/marquesas
    Era::new(0, -570, NO_RULE),
    // america/miquelon
    Era::new(0, -180, 0),
    // atlantic/azores
    Era::new(0, -60, 16),
    // antarctica/troll
    Era::new(0, 0, 17),
    // asia/beirut
    Era::new(0, 120, 15),
    // asia/kabul
    Era::new(0, 270, NO_RULE),
    // australia/eucla
    Era::new(0, 525, NO_RULE),
    // pacific/norfolk
    Era::new(0, 660, 4),
    // america/edmonton
    Era::new(0, -420, 0),
    Era::new(3252060, -360, NO_RULE), // 2026-03-08T09:00:00Z
    // america/dawson
    Era::new(0, -480, NO_RULE),
    Era::new(97080, -420, NO_RULE), // 2020-03-08T10:00:00Z
    // america/rainy_river
    Era::new(0, -360, 0),
    Era::new(3252000, -300, NO_RULE), // 2026-03-08T08:00:00Z
    // america/vancouver
    Era::new(0, -480, 0),
    Era::new(3252120, -420, NO_RULE), // 2026-03-08T10:00:00Z
    // africa/cairo
    Era::new(0, 120, NO_RULE),
    Era::new(1746600, 120, 11), // 2023-04-27T22:00:00Z
    // asia/almaty
    Era::new(0, 360, NO_RULE),
    Era::new(2189880, 300, NO_RULE), // 2024-02-29T18:00:00Z
    // africa/juba
    Era::new(0, 180, NO_RULE),
    Era::new(571500, 120, NO_RULE), // 2021-01-31T21:00:00Z
    // europe/volgograd
    Era::new(0, 240, NO_RULE),
    Era::new(519720, 180, NO_RULE), // 2020-12-26T22:00:00Z
    // antarctica/vostok
    Era::new(0, 420, NO_RULE),
    Era::new(2083380, 300, NO_RULE), // 2023-12-17T19:00:00Z
    // chile/easterisland
    Era::new(0, -360, 12),
    Era::new(1185300, -360, NO_RULE), // 2022-04-03T03:00:00Z
    Era::new(1417200, -360, 12), // 2022-09-11T04:00:00Z
    // america/havana
    Era::new(0, -300, 9),
    Era::new(3251820, -240, NO_RULE), // 2026-03-08T05:00:00Z
    Era::new(4128780, -300, 9), // 2027-11-07T05:00:00Z
    // america/santiago
    Era::new(0, -240, 13),
    Era::new(1185300, -240, NO_RULE), // 2022-04-03T03:00:00Z
    Era::new(1417200, -240, 13), // 2022-09-11T04:00:00Z
    // europe/chisinau
    Era::new(0, 120, 1),
    Era::new(963360, 120, NO_RULE), // 2021-10-31T00:00:00Z
    Era::new(1175100, 120, 2), // 2022-03-27T01:00:00Z
    // america/ciudad_juarez
    Era::new(0, -420, 0),
    Era::new(1155420, -360, NO_RULE), // 2022-03-13T09:00:00Z
    Era::new(1532520, -420, 0), // 2022-11-30T06:00:00Z
    // america/ojinaga
    Era::new(0, -420, 0),
    Era::new(1155420, -360, NO_RULE), // 2022-03-13T09:00:00Z
    Era::new(1679520, -360, 0), // 2023-03-12T08:00:00Z
    // america/scoresbysund
    Era::new(0, -60, 16),
    Era::new(2011740, -60, NO_RULE), // 2023-10-29T01:00:00Z
    Era::new(2535900, -120, 7), // 2024-10-27T01:00:00Z
    // america/coyhaique
    Era::new(0, -240, 13),
    Era::new(1185300, -240, NO_RULE), // 2022-04-03T03:00:00Z
    Era::new(1417200, -240, 13), // 2022-09-11T04:00:00Z
    Era::new(2465520, -180, NO_RULE), // 2024-09-08T04:00:00Z
    // pacific/fiji
    Era::new(0, 780, NO_RULE),
    Era::new(15240, 720, NO_RULE), // 2020-01-11T14:00:00Z
    Era::new(509160, 780, NO_RULE), // 2020-12-19T14:00:00Z
    Era::new(549480, 720, NO_RULE), // 2021-01-16T14:00:00Z
    // pacific/apia
    Era::new(0, 840, NO_RULE),
    Era::new(136200, 780, NO_RULE), // 2020-04-04T14:00:00Z
    Era::new(388200, 840, NO_RULE), // 2020-09-26T14:00:00Z
    Era::new(660360, 780, NO_RULE), // 2021-04-03T14:00:00Z
    // america/chihuahua
    Era::new(0, -420, NO_RULE),
    Era::new(137340, -360, NO_RULE), // 2020-04-05T09:00:00Z
    Era::new(429600, -420, NO_RULE), // 2020-10-25T08:00:00Z
    Era::new(661500, -360, NO_RULE), // 2021-04-04T09:00:00Z
    Era::new(963840, -420, NO_RULE), // 2021-10-31T08:00:00Z
    Era::new(1185660, -360, NO_RULE), // 2022-04-03T09:00:00Z
    // asia/damascus
    Era::new(0, 120, NO_RULE),
    Era::new(123720, 180, NO_RULE), // 2020-03-26T22:00:00Z
    Era::new(436140, 120, NO_RULE), // 2020-10-29T21:00:00Z
    Era::new(647880, 180, NO_RULE), // 2021-03-25T22:00:00Z
    Era::new(960300, 120, NO_RULE), // 2021-10-28T21:00:00Z
    Era::new(1172040, 180, NO_RULE), // 2022-03-24T22:00:00Z
    // asia/amman
    Era::new(0, 120, NO_RULE),
    Era::new(123720, 180, NO_RULE), // 2020-03-26T22:00:00Z
    Era::new(436200, 120, NO_RULE), // 2020-10-29T22:00:00Z
    Era::new(647880, 180, NO_RULE), // 2021-03-25T22:00:00Z
    Era::new(960360, 120, NO_RULE), // 2021-10-28T22:00:00Z
    Era::new(1131720, 180, NO_RULE), // 2022-02-24T22:00:00Z
    // america/bahia_banderas
    Era::new(0, -360, NO_RULE),
    Era::new(137280, -300, NO_RULE), // 2020-04-05T08:00:00Z
    Era::new(429540, -360, NO_RULE), // 2020-10-25T07:00:00Z
    Era::new(661440, -300, NO_RULE), // 2021-04-04T08:00:00Z
    Era::new(963780, -360, NO_RULE), // 2021-10-31T07:00:00Z
    Era::new(1185600, -300, NO_RULE), // 2022-04-03T08:00:00Z
    Era::new(1487940, -360, NO_RULE), // 2022-10-30T07:00:00Z
    // america/mazatlan
    Era::new(0, -420, NO_RULE),
    Era::new(137340, -360, NO_RULE), // 2020-04-05T09:00:00Z
    Era::new(429600, -420, NO_RULE), // 2020-10-25T08:00:00Z
    Era::new(661500, -360, NO_RULE), // 2021-04-04T09:00:00Z
    Era::new(963840, -420, NO_RULE), // 2021-10-31T08:00:00Z
    Era::new(1185660, -360, NO_RULE), // 2022-04-03T09:00:00Z
    Era::new(1488000, -420, NO_RULE), // 2022-10-30T08:00:00Z
    // asia/tehran
    Era::new(0, 210, NO_RULE),
    Era::new(114990, 270, NO_RULE), // 2020-03-20T20:30:00Z
    Era::new(379890, 210, NO_RULE), // 2020-09-20T19:30:00Z
    Era::new(642030, 270, NO_RULE), // 2021-03-21T20:30:00Z
    Era::new(906930, 210, NO_RULE), // 2021-09-21T19:30:00Z
    Era::new(1167630, 270, NO_RULE), // 2022-03-21T20:30:00Z
    Era::new(1432530, 210, NO_RULE), // 2022-09-21T19:30:00Z
    // antarctica/casey
    Era::new(0, 660, NO_RULE),
    Era::new(96000, 480, NO_RULE), // 2020-03-07T16:00:00Z
    Era::new(398401, 660, NO_RULE), // 2020-10-03T16:01:00Z
    Era::new(630060, 480, NO_RULE), // 2021-03-13T13:00:00Z
    Era::new(922561, 660, NO_RULE), // 2021-10-02T16:01:00Z
    Era::new(1154220, 480, NO_RULE), // 2022-03-12T13:00:00Z
    Era::new(1446721, 660, NO_RULE), // 2022-10-01T16:01:00Z
    Era::new(1674240, 480, NO_RULE), // 2023-03-08T16:00:00Z
    // america/godthab
    Era::new(0, -180, NO_RULE),
    Era::new(126780, -120, NO_RULE), // 2020-03-29T01:00:00Z
    Era::new(429180, -180, NO_RULE), // 2020-10-25T01:00:00Z
    Era::new(650940, -120, NO_RULE), // 2021-03-28T01:00:00Z
    Era::new(963420, -180, NO_RULE), // 2021-10-31T01:00:00Z
    Era::new(1175100, -120, NO_RULE), // 2022-03-27T01:00:00Z
    Era::new(1487580, -180, NO_RULE), // 2022-10-30T01:00:00Z
    Era::new(1699260, -120, NO_RULE), // 2023-03-26T01:00:00Z
    Era::new(2233500, -120, 7), // 2024-03-31T01:00:00Z
    // america/asuncion
    Era::new(0, -180, NO_RULE),
    Era::new(116820, -240, NO_RULE), // 2020-03-22T03:00:00Z
    Era::new(399120, -180, NO_RULE), // 2020-10-04T04:00:00Z
    Era::new(651060, -240, NO_RULE), // 2021-03-28T03:00:00Z
    Era::new(923280, -180, NO_RULE), // 2021-10-03T04:00:00Z
    Era::new(1175220, -240, NO_RULE), // 2022-03-27T03:00:00Z
    Era::new(1447440, -180, NO_RULE), // 2022-10-02T04:00:00Z
    Era::new(1699380, -240, NO_RULE), // 2023-03-26T03:00:00Z
    Era::new(1971600, -180, NO_RULE), // 2023-10-01T04:00:00Z
    Era::new(2223540, -240, NO_RULE), // 2024-03-24T03:00:00Z
    Era::new(2505840, -180, NO_RULE), // 2024-10-06T04:00:00Z
    // africa/casablanca
    Era::new(0, 60, NO_RULE),
    Era::new(157080, 0, NO_RULE), // 2020-04-19T02:00:00Z
    Era::new(217560, 60, NO_RULE), // 2020-05-31T02:00:00Z
    Era::new(671160, 0, NO_RULE), // 2021-04-11T02:00:00Z
    Era::new(721560, 60, NO_RULE), // 2021-05-16T02:00:00Z
    Era::new(1175160, 0, NO_RULE), // 2022-03-27T02:00:00Z
    Era::new(1235640, 60, NO_RULE), // 2022-05-08T02:00:00Z
    Era::new(1689240, 0, NO_RULE), // 2023-03-19T02:00:00Z
    Era::new(1739640, 60, NO_RULE), // 2023-04-23T02:00:00Z
    Era::new(2203320, 0, NO_RULE), // 2024-03-10T02:00:00Z
    Era::new(2253720, 60, NO_RULE), // 2024-04-14T02:00:00Z
    Era::new(2707320, 0, NO_RULE), // 2025-02-23T02:00:00Z
    Era::new(2767800, 60, NO_RULE), // 2025-04-06T02:00:00Z
    Era::new(3221400, 0, NO_RULE), // 2026-02-15T02:00:00Z
    Era::new(3271800, 60, NO_RULE), // 2026-03-22T02:00:00Z
    Era::new(3533820, 0, NO_RULE), // 2026-09-20T01:00:00Z
    // asia/gaza
    Era::new(0, 120, 10),
    Era::new(125160, 180, NO_RULE), // 2020-03-27T22:00:00Z
    Era::new(427560, 120, NO_RULE), // 2020-10-23T22:00:00Z
    Era::new(649320, 180, NO_RULE), // 2021-03-26T22:00:00Z
    Era::new(960360, 120, NO_RULE), // 2021-10-28T22:00:00Z
    Era::new(1174920, 120, 10), // 2022-03-26T22:00:00Z
    Era::new(1486020, 120, NO_RULE), // 2022-10-28T23:00:00Z
    Era::new(1748160, 120, 10), // 2023-04-29T00:00:00Z
    Era::new(2010180, 120, NO_RULE), // 2023-10-27T23:00:00Z
    Era::new(2262240, 120, 10), // 2024-04-20T00:00:00Z
    Era::new(2534340, 120, NO_RULE), // 2024-10-25T23:00:00Z
    Era::new(2776320, 120, 10), // 2025-04-12T00:00:00Z
    Era::new(8834340, 120, NO_RULE), // 2036-10-17T23:00:00Z
    Era::new(9066240, 120, 10), // 2037-03-28T00:00:00Z
    Era::new(9348420, 120, NO_RULE), // 2037-10-09T23:00:00Z
    Era::new(9590400, 120, 10), // 2038-03-27T00:00:00Z
    Era::new(9852420, 120, NO_RULE), // 2038-09-24T23:00:00Z
    Era::new(9993600, 120, 10), // 2039-01-01T00:00:00Z
];
