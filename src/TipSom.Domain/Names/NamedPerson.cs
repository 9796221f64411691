namespace TipSom.Domain.Names;

/// <summary>What a person can be found by. It names somebody: it is kept in memory and nowhere else.</summary>
/// <param name="Names">The person's names, as said, in either script, nicknames too.</param>
/// <param name="Parents">Names of the father, mother or husband.</param>
/// <param name="BirthYear">The year of birth as far as it is known.</param>
/// <param name="DistrictCode">Code of the district where the person was found.</param>
public sealed record NamedPerson(IReadOnlyList<string> Names, IReadOnlyList<string> Parents, int? BirthYear, string? DistrictCode)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(NamedPerson);
}

/// <summary>Whom somebody looks for.</summary>
/// <param name="Name">The name as it was heard, in either script.</param>
/// <param name="Parent">The father's or husband's name, if it is known.</param>
/// <param name="BirthYear">About when the person was born, if it is known.</param>
/// <param name="DistrictCode">Code of a district where the person was found, if it is known.</param>
public sealed record NameQuery(string Name, string? Parent = null, int? BirthYear = null, string? DistrictCode = null)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(NameQuery);
}

/// <summary>Somebody who may be meant.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Score">From 1, nothing speaks against it, to 0.</param>
/// <param name="Reasons">Why it was found, the weightiest first.</param>
public sealed record NameMatch(Guid Id, double Score, IReadOnlyList<NameReason> Reasons);

/// <summary>Why somebody was found.</summary>
public enum NameReason
{
    /// <summary>Every word of the name is written the same, in one script or the other.</summary>
    SameName,

    /// <summary>Every word of the name sounds alike.</summary>
    SoundsAlike,

    /// <summary>Part of the name sounds alike.</summary>
    PartOfName,

    /// <summary>The name of the father or husband sounds alike.</summary>
    SameParent,

    /// <summary>Born within two years.</summary>
    SameAge,

    /// <summary>Found in the same district.</summary>
    SameDistrict,

    /// <summary>The same identity number.</summary>
    SameIdentityNumber,

    /// <summary>The same telephone; two people often share one.</summary>
    SamePhone
}
