namespace TipSom.Domain.Agencies;

/// <summary>An organisation that takes part in the referral mechanism.</summary>
public sealed class Agency
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>Longest code, of agencies and of units.</summary>
    public const int CodeMaxLength = 30;

    private Agency() { }

    /// <summary>What is refused of a code that others have.</summary>
    public const string CodeTaken = "Another agency has this code.";

    /// <summary>What is refused of new work for an agency that is suspended.</summary>
    public const string TakesNoPart = "This agency takes no part at present. Choose another.";

    /// <summary>Registers an agency.</summary>
    public Agency(string code, AgencyKind kind, string nameEn, string nameUr)
    {
        (Id, Code, Kind, NameEn, NameUr) = (Guid.CreateVersion7(), code, kind, nameEn, nameUr);
        AllowsEmergencyOpening = kind != AgencyKind.Committee;
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

    /// <summary>False while the agency is suspended, or has left: nobody of it signs in, and nothing new is sent to it.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Whether its people may open an identity in an emergency; the national administrator changes it. Never those of a committee.</summary>
    public bool AllowsEmergencyOpening { get; private set; } = true;

    /// <summary>The first unit of its tree, from which its administrator adds the others.</summary>
    public Unit Root(string? districtCode, string? phone) =>
        new(Id, null, UnitKind.Headquarters, $"{Code}-HQ", NameEn, NameUr, districtCode, phone);

    /// <summary>Gives it other names; code and kind stay, because agreements and roles rest on them.</summary>
    public void Rename(string nameEn, string nameUr) => (NameEn, NameUr) = (nameEn, nameUr);

    /// <summary>Suspends it: its people are out with their next request. What they hold waits, and nothing is deleted.</summary>
    public void Suspend(Guid askersAgency)
    {
        if (Id == askersAgency)
            throw new RuleBrokenException("Nobody suspends their own agency.");
        if (!IsActive)
            throw new RuleBrokenException("This agency is suspended already.");
        IsActive = false;
    }

    /// <summary>Lets it take part again.</summary>
    public void Resume()
    {
        if (IsActive)
            throw new RuleBrokenException("This agency is not suspended.");
        IsActive = true;
    }

    /// <summary>Refuses a code that people cannot type.</summary>
    public static void RefuseCode(string code)
    {
        if (code.Length is < 2 or > CodeMaxLength || !code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new RuleBrokenException("A code has 2 to 30 capital letters, digits and -.");
    }
}
