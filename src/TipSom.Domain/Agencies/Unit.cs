namespace TipSom.Domain.Agencies;

/// <summary>A node of an agency's tree. A user belongs to one unit and sees what it and the units below it hold.</summary>
public sealed class Unit
{
    /// <summary>Longest duty telephone, in characters.</summary>
    public const int PhoneMaxLength = 20;

    /// <summary>What is refused of a code that others have.</summary>
    public const string CodeTaken = "Another unit has this code.";

    /// <summary>What is refused of somebody else's unit.</summary>
    public const string NotKept = "You do not keep this unit.";

    /// <summary>What is refused of a unit that has ended.</summary>
    public const string HasEnded = "This unit has ended. Choose another.";

    private Unit() { }

    /// <summary>Adds a unit below <paramref name="parent"/>, or the root when it is null.</summary>
    public Unit(Guid agencyId, Unit? parent, UnitKind kind, string code, string nameEn, string nameUr, string? districtCode = null, string? phone = null)
    {
        if (parent is not null && parent.AgencyId != agencyId)
            throw new RuleBrokenException("A unit belongs to the same agency as the unit above it.");
        (Id, AgencyId, ParentId, Kind, Code) = (Guid.CreateVersion7(), agencyId, parent?.Id, kind, code);
        (NameEn, NameUr, DistrictCode, Phone) = (nameEn, nameUr, districtCode, phone);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agency whose tree this is.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The unit above, null for the root.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>What the unit is.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>Code such as PS-LHR-01.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name in English.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Name in Urdu.</summary>
    public string NameUr { get; private set; } = "";

    /// <summary>The district the unit sits in, where it has one.</summary>
    public string? DistrictCode { get; private set; }

    /// <summary>Duty telephone of the unit; never a victim's or a shelter resident's.</summary>
    public string? Phone { get; private set; }

    /// <summary>When it ended; null while it is in use. A unit is never taken off the record, because old cases name it.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The kinds that an agency's administrator adds. Only the owner of the database makes a national desk: who sits there sees every referral.</summary>
    public static IReadOnlyList<UnitKind> KindsOf(AgencyKind agency) => agency switch
    {
        AgencyKind.Fia => [UnitKind.Zone, UnitKind.Circle, UnitKind.Office],
        AgencyKind.Police => [UnitKind.District, UnitKind.Station, UnitKind.Office],
        AgencyKind.CareProvider => [UnitKind.Shelter, UnitKind.Office],
        AgencyKind.ChildProtection => [UnitKind.District, UnitKind.Shelter, UnitKind.Office],
        AgencyKind.Labour => [UnitKind.District, UnitKind.Office],
        AgencyKind.Oversight => [UnitKind.Office],
        AgencyKind.Committee => [UnitKind.District, UnitKind.Office]
    };

    /// <summary>Adds a unit below this one.</summary>
    public Unit AddBelow(AgencyKind agency, UnitKind kind, string code, string nameEn, string nameUr, string? districtCode, string? phone)
    {
        if (EndedAt is not null)
            throw new RuleBrokenException(HasEnded);
        if (!KindsOf(agency).Contains(kind))
            throw new RuleBrokenException("This agency has no unit of this kind.");
        Agency.RefuseCode(code);
        return new Unit(AgencyId, this, kind, code, nameEn, nameUr, districtCode, phone);
    }

    /// <summary>Gives it other names, or another duty telephone.</summary>
    public void Change(string nameEn, string nameUr, string? phone)
    {
        if (EndedAt is not null)
            throw new RuleBrokenException(HasEnded);
        (NameEn, NameUr, Phone) = (nameEn, nameUr, phone);
    }

    /// <summary>Ends it, once nobody is posted there, nothing hangs below it and nothing waits there.</summary>
    public void End(UnitUse use, DateTimeOffset now)
    {
        if (EndedAt is not null)
            throw new RuleBrokenException(HasEnded);
        if (ParentId is null)
            throw new RuleBrokenException("The first unit of an agency stays.");
        if (use.Units > 0)
            throw new RuleBrokenException("Units below this one are in use. End them first.");
        if (use.People > 0)
            throw new RuleBrokenException("People are posted to this unit. Move them first.");
        if (use.Work > 0)
            throw new RuleBrokenException("Open work is at this unit: cases, referrals, services or questions. Hand it over or finish it first.");
        EndedAt = now;
    }
}

/// <summary>What keeps a unit from ending.</summary>
/// <param name="People">People posted to it, now or on a day to come.</param>
/// <param name="Units">Units directly below it that are in use.</param>
/// <param name="Work">Open cases and referrals, shares, transfers, services, questions and registers.</param>
public sealed record UnitUse(int People, int Units, int Work);
