using TipSom.Domain.Agencies;

namespace TipSom.Data.Seeding;

/// <summary>An agency of the demo data.</summary>
internal sealed record DemoAgency(string Code, AgencyKind Kind, string NameEn, string NameUr);

/// <summary>A unit of the demo data; a unit above comes before those below it.</summary>
internal sealed record DemoUnit(
    string Code, string Agency, string? Parent, UnitKind Kind, string NameEn, string NameUr, string? District = null, string? Phone = null);

/// <summary>Who logs cases and who watches over them. Stations have numbers, because no real one is meant. Their telephones ring nowhere.</summary>
internal static class DemoUnits
{
    public static IReadOnlyList<DemoAgency> Agencies { get; } =
    [
        new("FIA", AgencyKind.Fia, "Federal Investigation Agency", "وفاقی تحقیقاتی ادارہ (ایف آئی اے)"),
        new("POL-PB", AgencyKind.Police, "Punjab Police", "پنجاب پولیس"),
        new("POL-SD", AgencyKind.Police, "Sindh Police", "سندھ پولیس"),
        new("POL-KP", AgencyKind.Police, "Khyber Pakhtunkhwa Police", "خیبر پختونخوا پولیس"),
        new("POL-BA", AgencyKind.Police, "Balochistan Police", "بلوچستان پولیس"),
        new("POL-IS", AgencyKind.Police, "Islamabad Capital Territory Police", "اسلام آباد پولیس"),
        new("POL-AK", AgencyKind.Police, "Azad Jammu and Kashmir Police", "آزاد جموں و کشمیر پولیس"),
        new("POL-GB", AgencyKind.Police, "Gilgit-Baltistan Police", "گلگت بلتستان پولیس"),
        new("POL-RW", AgencyKind.Police, "Railways Police", "ریلوے پولیس"),
        new("TIPC-PB", AgencyKind.Committee, "Provincial committee against trafficking, Punjab (Demo)", "انسدادِ ٹریفکنگ صوبائی کمیٹی، پنجاب (ڈیمو)"),
        new("NPB", AgencyKind.Oversight, "National Police Bureau", "نیشنل پولیس بیورو")
    ];

    public static IReadOnlyList<DemoUnit> All { get; } =
    [
        new("POL-PB-HQ", "POL-PB", null, UnitKind.Headquarters, "Headquarters, Lahore", "صدر دفتر، لاہور", "PB-LAHORE", "042-0000100"),
        new("POL-PB-LAHORE", "POL-PB", "POL-PB-HQ", UnitKind.District, "Lahore district", "ضلع لاہور", "PB-LAHORE", "042-0000110"),
        new("PS-LHR-01", "POL-PB", "POL-PB-LAHORE", UnitKind.Station, "Police station 1, Lahore", "تھانہ نمبر 1، لاہور", "PB-LAHORE", "042-0000111"),
        new("PS-LHR-02", "POL-PB", "POL-PB-LAHORE", UnitKind.Station, "Police station 2, Lahore", "تھانہ نمبر 2، لاہور", "PB-LAHORE", "042-0000112"),
        new("PS-LHR-03", "POL-PB", "POL-PB-LAHORE", UnitKind.Station, "Police station 3, Lahore", "تھانہ نمبر 3، لاہور", "PB-LAHORE", "042-0000113"),
        new("POL-PB-FAISALABAD", "POL-PB", "POL-PB-HQ", UnitKind.District, "Faisalabad district", "ضلع فیصل آباد", "PB-FAISALABAD", "041-0000110"),
        new("PS-FSD-01", "POL-PB", "POL-PB-FAISALABAD", UnitKind.Station, "Police station 1, Faisalabad", "تھانہ نمبر 1، فیصل آباد", "PB-FAISALABAD", "041-0000111"),
        new("POL-PB-MULTAN", "POL-PB", "POL-PB-HQ", UnitKind.District, "Multan district", "ضلع ملتان", "PB-MULTAN", "061-0000110"),
        new("PS-MUX-01", "POL-PB", "POL-PB-MULTAN", UnitKind.Station, "Police station 1, Multan", "تھانہ نمبر 1، ملتان", "PB-MULTAN", "061-0000111"),
        new("POL-PB-RAWALPINDI", "POL-PB", "POL-PB-HQ", UnitKind.District, "Rawalpindi district", "ضلع راولپنڈی", "PB-RAWALPINDI", "051-0000110"),
        new("PS-RWP-01", "POL-PB", "POL-PB-RAWALPINDI", UnitKind.Station, "Police station 1, Rawalpindi", "تھانہ نمبر 1، راولپنڈی", "PB-RAWALPINDI", "051-0000111"),

        new("POL-SD-HQ", "POL-SD", null, UnitKind.Headquarters, "Headquarters, Karachi", "صدر دفتر، کراچی", "SD-KARACHI-SOUTH", "021-0000100"),
        new("POL-SD-KARACHI-SOUTH", "POL-SD", "POL-SD-HQ", UnitKind.District, "Karachi South district", "ضلع کراچی جنوبی", "SD-KARACHI-SOUTH", "021-0000110"),
        new("PS-KHI-01", "POL-SD", "POL-SD-KARACHI-SOUTH", UnitKind.Station, "Police station 1, Karachi", "تھانہ نمبر 1، کراچی", "SD-KARACHI-SOUTH", "021-0000111"),
        new("PS-KHI-02", "POL-SD", "POL-SD-KARACHI-SOUTH", UnitKind.Station, "Police station 2, Karachi", "تھانہ نمبر 2، کراچی", "SD-KARACHI-SOUTH", "021-0000112"),
        new("POL-SD-HYDERABAD", "POL-SD", "POL-SD-HQ", UnitKind.District, "Hyderabad district", "ضلع حیدرآباد", "SD-HYDERABAD", "022-0000110"),
        new("PS-HDD-01", "POL-SD", "POL-SD-HYDERABAD", UnitKind.Station, "Police station 1, Hyderabad", "تھانہ نمبر 1، حیدرآباد", "SD-HYDERABAD", "022-0000111"),

        new("FIA-HQ", "FIA", null, UnitKind.Headquarters, "Headquarters, Islamabad", "صدر دفتر، اسلام آباد", "ICT-ISLAMABAD", "051-0000200"),
        new("FIA-DESK", "FIA", "FIA-HQ", UnitKind.NationalDesk, "National referral desk", "قومی ریفرل ڈیسک", "ICT-ISLAMABAD", "051-0000201"),
        new("FIA-LHR", "FIA", "FIA-HQ", UnitKind.Zone, "Lahore zone", "لاہور زون", "PB-LAHORE", "042-0000210"),
        new("FIA-AHTC-LHR", "FIA", "FIA-LHR", UnitKind.Circle, "Anti-human-trafficking circle, Lahore", "انسدادِ انسانی اسمگلنگ سرکل، لاہور", "PB-LAHORE", "042-0000211"),
        new("FIA-GRW", "FIA", "FIA-HQ", UnitKind.Zone, "Gujranwala zone", "گوجرانوالہ زون", "PB-GUJRANWALA", "055-0000210"),
        new("FIA-AHTC-GRW", "FIA", "FIA-GRW", UnitKind.Circle, "Anti-human-trafficking circle, Gujranwala", "انسدادِ انسانی اسمگلنگ سرکل، گوجرانوالہ", "PB-GUJRANWALA", "055-0000211"),
        new("FIA-ISB", "FIA", "FIA-HQ", UnitKind.Zone, "Islamabad zone", "اسلام آباد زون", "ICT-ISLAMABAD", "051-0000210"),
        new("FIA-AHTC-ISB", "FIA", "FIA-ISB", UnitKind.Circle, "Anti-human-trafficking circle, Islamabad", "انسدادِ انسانی اسمگلنگ سرکل، اسلام آباد", "ICT-ISLAMABAD", "051-0000211"),
        new("FIA-KHI", "FIA", "FIA-HQ", UnitKind.Zone, "Karachi zone", "کراچی زون", "SD-KARACHI-SOUTH", "021-0000210"),
        new("FIA-AHTC-KHI", "FIA", "FIA-KHI", UnitKind.Circle, "Anti-human-trafficking circle, Karachi", "انسدادِ انسانی اسمگلنگ سرکل، کراچی", "SD-KARACHI-SOUTH", "021-0000211"),

        new("POL-KP-HQ", "POL-KP", null, UnitKind.Headquarters, "Headquarters, Peshawar", "صدر دفتر، پشاور", "KP-PESHAWAR", "091-0000100"),
        new("POL-BA-HQ", "POL-BA", null, UnitKind.Headquarters, "Headquarters, Quetta", "صدر دفتر، کوئٹہ", "BA-QUETTA", "081-0000100"),
        new("POL-IS-HQ", "POL-IS", null, UnitKind.Headquarters, "Headquarters, Islamabad", "صدر دفتر، اسلام آباد", "ICT-ISLAMABAD", "051-0000100"),
        new("POL-AK-HQ", "POL-AK", null, UnitKind.Headquarters, "Headquarters, Muzaffarabad", "صدر دفتر، مظفر آباد", null, "05822-000100"),
        new("POL-GB-HQ", "POL-GB", null, UnitKind.Headquarters, "Headquarters, Gilgit", "صدر دفتر، گلگت", null, "05811-000100"),
        new("POL-RW-HQ", "POL-RW", null, UnitKind.Headquarters, "Headquarters, Lahore", "صدر دفتر، لاہور", "PB-LAHORE", "042-0000150"),

        new("TIPC-PB-HQ", "TIPC-PB", null, UnitKind.Headquarters, "Secretariat, Lahore", "سیکرٹریٹ، لاہور", "PB-LAHORE", "042-0000160"),
        new("TIPC-PB-LAHORE", "TIPC-PB", "TIPC-PB-HQ", UnitKind.District, "District committee, Lahore", "ضلعی کمیٹی، لاہور", "PB-LAHORE", "042-0000161"),

        new("NPB-HQ", "NPB", null, UnitKind.Headquarters, "Headquarters, Islamabad", "صدر دفتر، اسلام آباد", "ICT-ISLAMABAD", "051-0000300")
    ];
}
