namespace TipSom.Domain.Agencies;

/// <summary>A node of an agency's tree. A user belongs to one unit and sees what it and the units below it hold.</summary>
public sealed class Unit
{
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
}
