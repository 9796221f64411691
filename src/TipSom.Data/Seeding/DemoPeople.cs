using Microsoft.AspNetCore.Identity;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Data.Seeding;

/// <summary>Who acts in the demo data.</summary>
internal static class DemoPeople
{
    public const string LahoreOfficer = "officer@lahore-police.example";
    public const string Coordinator = "desk@fia.example";
    public const string LahoreSupervisor = "supervisor@lahore-police.example";
    public const string KarachiOfficer = "officer@karachi-police.example";
    public const string FiaLahoreOfficer = "officer@fia-lahore.example";
    public const string NoorCaseworker = "caseworker@noor-shelter.example";
    public const string NoorManager = "manager@noor-shelter.example";

    public const string PunjabSupervisor = "supervisor@punjab-hq.example";
    public const string CommitteeSupervisor = "supervisor@lahore-committee.example";

    /// <summary>Goes to another station in two weeks.</summary>
    public const string Mover = "ps-lhr-03@colleagues.example";

    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new(LahoreOfficer, "SI Khan", Role.Officer, "PS-LHR-01", "SI Khan, police station 1, Lahore"),
        new(LahoreSupervisor, "DSP Cheema", Role.Supervisor, "POL-PB-LAHORE", "DSP Cheema, police, Lahore district"),
        new(PunjabSupervisor, "AIG Tiwana", Role.Supervisor, "POL-PB-HQ", "AIG Tiwana, headquarters of the Punjab police: figures of the whole force"),
        new(CommitteeSupervisor, "Ms Rafia", Role.Supervisor, "TIPC-PB-LAHORE", "Ms Rafia, district committee against trafficking, Lahore"),
        new("admin@lahore-police.example", "Inspector Rana", Role.AgencyAdministrator, "POL-PB-HQ", "Inspector Rana, accounts of the Punjab police"),
        new(KarachiOfficer, "SI Soomro", Role.Officer, "PS-KHI-01", "SI Soomro, police station 1, Karachi"),
        new(FiaLahoreOfficer, "Inspector Gill", Role.Officer, "FIA-AHTC-LHR", "Inspector Gill, FIA circle, Lahore"),
        new(Coordinator, "DD Raza", Role.NationalCoordinator, "FIA-DESK", "DD Raza, FIA national referral desk"),
        new("admin@fia.example", "AD Mirza", Role.NationalAdministrator, "FIA-HQ", "AD Mirza, FIA headquarters"),
        new("deputy-admin@fia.example", "AD Lodhi", Role.NationalAdministrator, "FIA-HQ", "AD Lodhi, FIA headquarters: confirms national roles"),
        new("auditor@fia.example", "AD Awan", Role.Auditor, "FIA-HQ", "AD Awan, FIA headquarters"),
        new("analyst@npb.example", "Ms Durrani", Role.Analyst, "NPB-HQ", "Ms Durrani, National Police Bureau"),
        new(NoorCaseworker, "Ms Bano", Role.Caseworker, "NOOR-LHR", "Ms Bano, shelter for women and girls, Punjab"),
        new(NoorManager, "Ms Farhat", Role.ProviderManager, "NOOR-LHR", "Ms Farhat, shelter for women and girls, Punjab"),
        new("admin@noor-shelter.example", "Ms Shaista", Role.AgencyAdministrator, "NOOR-LHR", "Ms Shaista, accounts of the shelter for women and girls"),
        new("caseworker@khwab-nagar.example", "Mr Tahir", Role.Caseworker, "KHWAB-HQ", "Mr Tahir, children, Punjab and Sindh"),
        new("caseworker@aashiana.example", "Mr Latif", Role.Caseworker, "AASHIANA-LHR", "Mr Latif, men, Punjab; memorandum expired"),
        new("caseworker@hum-qadam.example", "Ms Sitara", Role.Caseworker, "HUMQADAM-HQ", "Ms Sitara, transgender persons, national")
    ];

    /// <summary>Colleagues in whose name the other units' work was done. They have no password, so nobody signs in as them.</summary>
    public static IReadOnlyList<DemoAccount> Colleagues { get; } =
    [
        // Invited, and has not come.
        new("newcomer@lahore-police.example", "ASI Rehman", Role.Officer, "PS-LHR-02", "ASI Rehman"),
        Colleague("ps-lhr-01", "ASI Bhatti", Role.Officer),
        Colleague("ps-lhr-02", "SI Butt", Role.Officer),
        Colleague("ps-lhr-03", "SI Naz", Role.Officer),
        Colleague("ps-fsd-01", "SI Gondal", Role.Officer),
        Colleague("ps-mux-01", "SI Khakwani", Role.Officer),
        Colleague("ps-rwp-01", "ASI Abbasi", Role.Officer),
        Colleague("ps-khi-02", "ASI Memon", Role.Officer),
        Colleague("ps-hdd-01", "SI Talpur", Role.Officer),
        Colleague("fia-ahtc-grw", "SI Warraich", Role.Officer),
        Colleague("fia-ahtc-isb", "Inspector Satti", Role.Officer),
        Colleague("fia-ahtc-khi", "SI Baloch", Role.Officer),
        Colleague("pol-sd-hq", "AIG Junejo", Role.Supervisor),
        Colleague("pol-kp-hq", "AIG Khattak", Role.Supervisor),
        Colleague("pol-ba-hq", "AIG Bugti", Role.Supervisor),
        Colleague("pol-is-hq", "AIG Kiani", Role.Supervisor),
        Colleague("pol-ak-hq", "AIG Kashmiri", Role.Supervisor),
        Colleague("pol-gb-hq", "AIG Hunzai", Role.Supervisor),
        Colleague("pol-rw-hq", "SP Niazi", Role.Supervisor),
        Colleague("kachhi-lhr", "Ms Rubina", Role.Caseworker),
        Colleague("sitara-khi", "Ms Halima", Role.Caseworker),
        Colleague("bhatta-fsd", "Mr Akram", Role.Caseworker),
        Colleague("samandar-khi", "Mr Dad", Role.Caseworker),
        Colleague("chiragh-lhr", "Ms Iram", Role.Caseworker),
        Colleague("mehfooz-lhr", "Dr Shafi", Role.Caseworker),
        Colleague("shifa-lhr", "Dr Nighat", Role.Caseworker),
        Colleague("tabeer-lhr", "Mr Waseem", Role.Caseworker),
        Colleague("rahguzar-isb", "Mr Yousaf", Role.Caseworker),
        Colleague("zaban-isb", "Mr Karim", Role.Caseworker),
        Colleague("cpb-lhr", "Ms Samina", Role.Caseworker)
    ];

    /// <summary>User name of a unit's colleague.</summary>
    public static string ColleagueOf(string unitCode) => $"{unitCode.ToLowerInvariant()}@colleagues.example";

    /// <summary>Makes the accounts, all with one hash of the demo password: it is printed at every start, and hashing takes long on purpose.</summary>
    public static IEnumerable<User> Users(IReadOnlyDictionary<string, Unit> units)
    {
        var hash = new PasswordHasher<User>().HashPassword(null!, DemoData.Password);
        return Accounts.Select(a => UserOf(a, units[a.UnitCode], hash)).Concat(Colleagues.Select(c => UserOf(c, units[c.UnitCode], null)));
    }

    private static User UserOf(DemoAccount account, Unit unit, string? passwordHash) => new()
    {
        Id = Guid.CreateVersion7(),
        DisplayName = account.DisplayName,
        UnitId = unit.Id,
        AgencyId = unit.AgencyId,
        Role = account.Role,
        UserName = account.UserName,
        NormalizedUserName = account.UserName.ToUpperInvariant(),
        Email = account.UserName,
        NormalizedEmail = account.UserName.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
        IsDemo = true
    };

    private static DemoAccount Colleague(string unit, string name, Role role) => new(ColleagueOf(unit), name, role, unit.ToUpperInvariant(), name);
}
