namespace TipSom.Domain.Agencies;

/// <summary>An organisation that takes part in the referral mechanism.</summary>
public sealed class Agency
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    private Agency() { }

    /// <summary>Registers an agency.</summary>
    public Agency(string code, AgencyKind kind, string nameEn, string nameUr)
    {
        (Id, Code, Kind, NameEn, NameUr) = (Guid.CreateVersion7(), code, kind, nameEn, nameUr);
    }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Short code people use, such as POL-PB.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What the agency is.</summary>
    public AgencyKind Kind { get; private set; }

    /// <summary>Name in English.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Name in Urdu.</summary>
    public string NameUr { get; private set; } = "";

    /// <summary>False once the agency has left; its users then see nothing.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Whether its people may open an identity in an emergency; the national administrator changes it.</summary>
    public bool AllowsEmergencyOpening { get; private set; } = true;
}
