using TipSom.Domain.Agencies;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>A service on offer; its key is the unit's code and the service.</summary>
internal sealed record DemoOffer(
    string Unit, ServiceType Service, string District, VictimGroup[] Groups, DemoPlaces? Places = null, int? MinAge = null, int? MaxAge = null,
    Func<Eligibility, Eligibility>? Says = null)
{
    /// <summary>Whom it takes; what nobody says here, the provider has not said.</summary>
    public Eligibility Takes => Says is null ? new(Groups, MinAge, MaxAge) : Says(new(Groups, MinAge, MaxAge));

    public (string Unit, ServiceType Service) Key => (Unit, Service);
}

/// <summary>Places as they stand when the demo begins, and how long ago somebody confirmed them.</summary>
internal sealed record DemoPlaces(int Total, int Free, double HoursAgo);

/// <summary>Care providers. None of them exists; the names say so.</summary>
internal static class DemoProviders
{
    private static readonly VictimGroup[] WomenAndGirls = [VictimGroup.Women, VictimGroup.Girls];
    private static readonly VictimGroup[] Children = [VictimGroup.Girls, VictimGroup.Boys];
    private static readonly VictimGroup[] Adults = [VictimGroup.Women, VictimGroup.Men, VictimGroup.Transgender];
    private static readonly VictimGroup[] Men = [VictimGroup.Men];
    private static readonly VictimGroup[] Transgender = [VictimGroup.Transgender];
    private static readonly VictimGroup[] Everybody = Enum.GetValues<VictimGroup>();

    private static readonly string[] Punjab = ["urd", "pnb", "skr"];
    private static readonly string[] Sindh = ["urd", "snd", "bal"];

    public static IReadOnlyList<DemoAgency> Agencies { get; } =
    [
        new("NOOR", AgencyKind.CareProvider, "Noor-e-Sehr Shelter Trust (Demo)", "نورِ سحر شیلٹر ٹرسٹ (ڈیمو)"),
        new("KHWAB", AgencyKind.CareProvider, "Khwab Nagar Children's Village (Demo)", "خواب نگر بچوں کا گاؤں (ڈیمو)"),
        new("AASHIANA", AgencyKind.CareProvider, "Aashiana Ittefaq Lodge (Demo)", "آشیانہ اتفاق لاج (ڈیمو)"),
        new("HUMQADAM", AgencyKind.CareProvider, "Hum Qadam Khawaja Sira Circle (Demo)", "ہم قدم خواجہ سرا سرکل (ڈیمو)"),
        new("KACHHI", AgencyKind.CareProvider, "Kachhi Basti Outreach (Demo)", "کچی بستی آؤٹ ریچ (ڈیمو)"),
        new("SITARA", AgencyKind.CareProvider, "Sitara-e-Sahar Women's House (Demo)", "ستارۂ سحر خواتین گھر (ڈیمو)"),
        new("BHATTA", AgencyKind.CareProvider, "Bhatta Mazdoor Rehabilitation Circle (Demo)", "بھٹہ مزدور بحالی سرکل (ڈیمو)"),
        new("SAMANDAR", AgencyKind.CareProvider, "Samandar Coastal Workers Aid (Demo)", "سمندر ساحلی مزدور امداد (ڈیمو)"),
        new("CHIRAGH", AgencyKind.CareProvider, "Chiragh-e-Rah Legal Aid (Demo)", "چراغِ راہ قانونی امداد (ڈیمو)"),
        new("MEHFOOZ", AgencyKind.CareProvider, "Mehfooz Manzil Counselling (Demo)", "محفوظ منزل کونسلنگ (ڈیمو)"),
        new("SHIFA", AgencyKind.CareProvider, "Shifa Dost Clinic Network (Demo)", "شفا دوست کلینک نیٹ ورک (ڈیمو)"),
        new("TABEER", AgencyKind.CareProvider, "Tabeer Skills and Livelihoods (Demo)", "تعبیر ہنر و روزگار (ڈیمو)"),
        new("RAHGUZAR", AgencyKind.CareProvider, "Rahguzar Returnee Desk (Demo)", "رہ گزر واپسی ڈیسک (ڈیمو)"),
        new("ZABAN", AgencyKind.CareProvider, "Zaban Dost Interpreters (Demo)", "زبان دوست ترجمان (ڈیمو)"),
        new("CPB", AgencyKind.ChildProtection, "Child Protection Bureau, Lahore desk (Demo)", "چائلڈ پروٹیکشن بیورو، لاہور ڈیسک (ڈیمو)")
    ];

    public static IReadOnlyList<DemoUnit> Units { get; } =
    [
        new("NOOR-LHR", "NOOR", null, UnitKind.Shelter, "Noor-e-Sehr, Lahore", "نورِ سحر، لاہور", "PB-LAHORE", "042-0000401"),
        new("KHWAB-HQ", "KHWAB", null, UnitKind.Office, "Khwab Nagar, intake office", "خواب نگر، داخلہ دفتر", "PB-LAHORE", "042-0000410"),
        new("KHWAB-LHR", "KHWAB", "KHWAB-HQ", UnitKind.Shelter, "Khwab Nagar, Lahore village", "خواب نگر، لاہور گاؤں", "PB-LAHORE", "042-0000411"),
        new("KHWAB-KHI", "KHWAB", "KHWAB-HQ", UnitKind.Shelter, "Khwab Nagar, Karachi village", "خواب نگر، کراچی گاؤں", "SD-KARACHI-SOUTH", "021-0000411"),
        new("AASHIANA-LHR", "AASHIANA", null, UnitKind.Shelter, "Aashiana, Lahore", "آشیانہ، لاہور", "PB-LAHORE", "042-0000421"),
        new("HUMQADAM-HQ", "HUMQADAM", null, UnitKind.Office, "Hum Qadam, national office", "ہم قدم، قومی دفتر", "PB-LAHORE", "042-0000430"),
        new("HUMQADAM-LHR", "HUMQADAM", "HUMQADAM-HQ", UnitKind.Shelter, "Hum Qadam house, Lahore", "ہم قدم گھر، لاہور", "PB-LAHORE", "042-0000431"),
        new("HUMQADAM-KHI", "HUMQADAM", "HUMQADAM-HQ", UnitKind.Shelter, "Hum Qadam house, Karachi", "ہم قدم گھر، کراچی", "SD-KARACHI-SOUTH", "021-0000431"),
        new("KACHHI-LHR", "KACHHI", null, UnitKind.Shelter, "Kachhi Basti house, Lahore", "کچی بستی گھر، لاہور", "PB-LAHORE", "042-0000441"),
        new("SITARA-KHI", "SITARA", null, UnitKind.Shelter, "Sitara-e-Sahar, Karachi", "ستارۂ سحر، کراچی", "SD-KARACHI-SOUTH", "021-0000451"),
        new("BHATTA-FSD", "BHATTA", null, UnitKind.Shelter, "Bhatta Mazdoor house, Faisalabad", "بھٹہ مزدور گھر، فیصل آباد", "PB-FAISALABAD", "041-0000461"),
        new("SAMANDAR-KHI", "SAMANDAR", null, UnitKind.Shelter, "Samandar house, Karachi", "سمندر گھر، کراچی", "SD-KARACHI-SOUTH", "021-0000471"),
        new("CHIRAGH-LHR", "CHIRAGH", null, UnitKind.Office, "Chiragh-e-Rah, Lahore", "چراغِ راہ، لاہور", "PB-LAHORE", "042-0000481"),
        new("MEHFOOZ-LHR", "MEHFOOZ", null, UnitKind.Office, "Mehfooz Manzil, Lahore", "محفوظ منزل، لاہور", "PB-LAHORE", "042-0000491"),
        new("SHIFA-LHR", "SHIFA", null, UnitKind.Office, "Shifa Dost clinic, Lahore", "شفا دوست کلینک، لاہور", "PB-LAHORE", "042-0000501"),
        new("TABEER-LHR", "TABEER", null, UnitKind.Office, "Tabeer centre, Lahore", "تعبیر مرکز، لاہور", "PB-LAHORE", "042-0000511"),
        new("RAHGUZAR-ISB", "RAHGUZAR", null, UnitKind.Office, "Rahguzar desk, Islamabad", "رہ گزر ڈیسک، اسلام آباد", "ICT-ISLAMABAD", "051-0000521"),
        new("ZABAN-ISB", "ZABAN", null, UnitKind.Office, "Zaban Dost, Islamabad", "زبان دوست، اسلام آباد", "ICT-ISLAMABAD", "051-0000531"),
        new("CPB-LHR", "CPB", null, UnitKind.Office, "Child protection desk, Lahore", "چائلڈ پروٹیکشن ڈیسک، لاہور", "PB-LAHORE", "042-0000541")
    ];

    public static IReadOnlyList<DemoOffer> Offers { get; } =
    [
        new("NOOR-LHR", ServiceType.Shelter, "PB-LAHORE", WomenAndGirls, new(32, 7, 2), Says: e => MothersHouse(e, Punjab) with { Security = SecurityLevel.Guarded }),
        new("NOOR-LHR", ServiceType.Counselling, "PB-LAHORE", WomenAndGirls, Says: e => Office(e, Punjab)),
        new("NOOR-LHR", ServiceType.FoodAndClothing, "PB-LAHORE", WomenAndGirls),
        new("KHWAB-LHR", ServiceType.Shelter, "PB-LAHORE", Children, new(60, 11, 3), MaxAge: 17, Says: e => House(e, Punjab)),
        new("KHWAB-LHR", ServiceType.Education, "PB-LAHORE", Children, MaxAge: 17, Says: e => Office(e, Punjab) with { NeedsIdentityPapers = true }),
        new("KHWAB-KHI", ServiceType.Shelter, "SD-KARACHI-SOUTH", Children, new(40, 5, 5), MaxAge: 17, Says: e => House(e, Sindh)),
        new("AASHIANA-LHR", ServiceType.Shelter, "PB-LAHORE", Men, new(24, 9, 4), MinAge: 18, Says: e => House(e, Punjab) with { IsAccessible = false }),
        new("AASHIANA-LHR", ServiceType.Livelihood, "PB-LAHORE", Men, MinAge: 18),
        new("HUMQADAM-LHR", ServiceType.Shelter, "PB-LAHORE", Transgender, new(14, 4, 6), Says: e => House(e, Punjab)),
        new("HUMQADAM-LHR", ServiceType.Counselling, "PB-LAHORE", Transgender),
        new("HUMQADAM-KHI", ServiceType.Shelter, "SD-KARACHI-SOUTH", Transgender, new(10, 2, 8), Says: e => House(e, Sindh) with { IsAccessible = false }),
        // No free place, confirmed this morning.
        new("KACHHI-LHR", ServiceType.Shelter, "PB-LAHORE", WomenAndGirls, new(12, 0, 5), Says: e => MothersHouse(e, Punjab) with { BoysUnder = 8 }),
        new("KACHHI-LHR", ServiceType.FoodAndClothing, "PB-LAHORE", Everybody),
        new("SITARA-KHI", ServiceType.Shelter, "SD-KARACHI-SOUTH", WomenAndGirls, new(28, 6, 4), Says: e => MothersHouse(e, Sindh) with { NeedsCourtOrder = true }),
        new("SITARA-KHI", ServiceType.Counselling, "SD-KARACHI-SOUTH", WomenAndGirls),
        new("BHATTA-FSD", ServiceType.Shelter, "PB-FAISALABAD", Men, new(20, 8, 7), Says: e => House(e, Punjab) with { TakesChildren = true }),
        new("BHATTA-FSD", ServiceType.Livelihood, "PB-FAISALABAD", [VictimGroup.Women, VictimGroup.Men]),
        new("SAMANDAR-KHI", ServiceType.Shelter, "SD-KARACHI-SOUTH", Men, new(18, 12, 9)),
        new("SAMANDAR-KHI", ServiceType.FinancialHelp, "SD-KARACHI-SOUTH", Adults),
        new("CHIRAGH-LHR", ServiceType.LegalAid, "PB-LAHORE", Everybody, Says: e => Office(e, Punjab)),
        new("CHIRAGH-LHR", ServiceType.IdentityDocuments, "PB-LAHORE", Everybody),
        new("MEHFOOZ-LHR", ServiceType.Counselling, "PB-LAHORE", Everybody, Says: e => Office(e, [.. Punjab, "pus"])),
        new("SHIFA-LHR", ServiceType.EmergencyMedical, "PB-LAHORE", Everybody, new(10, 3, 1), Says: e => House(e, Punjab) with { Security = null }),
        new("SHIFA-LHR", ServiceType.DrugTreatment, "PB-LAHORE", Men, new(8, 1, 20), MinAge: 18, Says: e => House(e, Punjab)),
        // Last confirmed three days ago: reads "not known".
        new("TABEER-LHR", ServiceType.Livelihood, "PB-LAHORE", Adults, new(25, 10, 75)),
        new("RAHGUZAR-ISB", ServiceType.ReturnHome, "ICT-ISLAMABAD", Everybody),
        new("RAHGUZAR-ISB", ServiceType.FamilyTracing, "ICT-ISLAMABAD", Everybody),
        new("RAHGUZAR-ISB", ServiceType.FinancialHelp, "ICT-ISLAMABAD", Adults),
        new("ZABAN-ISB", ServiceType.Interpretation, "ICT-ISLAMABAD", Everybody),
        new("CPB-LHR", ServiceType.ChildProtection, "PB-LAHORE", Children, MaxAge: 17, Says: e => House(e, Punjab) with { Security = null }),
        new("CPB-LHR", ServiceType.FamilyTracing, "PB-LAHORE", Children, MaxAge: 17)
    ];

    /// <summary>A house where people live: staffed day and night.</summary>
    private static Eligibility House(Eligibility takes, string[] languages) => takes with
    {
        TakesChildren = false,
        IsAccessible = true,
        Security = SecurityLevel.Staffed,
        LanguageCodes = languages,
        IsRoundTheClock = true
    };

    /// <summary>A house for women, who may bring their daughters and young sons.</summary>
    private static Eligibility MothersHouse(Eligibility takes, string[] languages) => House(takes, languages) with { TakesChildren = true, BoysUnder = 12 };

    /// <summary>An office that is open by day.</summary>
    private static Eligibility Office(Eligibility takes, string[] languages) => takes with
    {
        IsAccessible = true,
        LanguageCodes = languages,
        IsRoundTheClock = false,
        HoursEn = "Monday to Saturday, 09:00 to 17:00",
        HoursUr = "پیر سے ہفتہ، صبح 9 بجے سے شام 5 بجے تک"
    };
}
