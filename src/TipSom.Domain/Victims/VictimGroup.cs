namespace TipSom.Domain.Victims;

/// <summary>The groups an agreement and a provider name when they say whom they take.</summary>
public enum VictimGroup
{
    /// <summary>Adult women.</summary>
    Women,

    /// <summary>Adult men.</summary>
    Men,

    /// <summary>Girls under 18.</summary>
    Girls,

    /// <summary>Boys under 18.</summary>
    Boys,

    /// <summary>Transgender persons of any age.</summary>
    Transgender
}

/// <summary>From a person's sex and age to the groups a provider must take.</summary>
public static class VictimGroups
{
    /// <summary>
    /// The groups the person may belong to. Where sex is not known there are two, and only a provider that takes both fits:
    /// nobody is turned away at the door.
    /// </summary>
    public static IReadOnlyList<VictimGroup> Of(Sex sex, bool isChild) => (sex, isChild) switch
    {
        (Sex.Transgender, _) => [VictimGroup.Transgender],
        (Sex.Female, true) => [VictimGroup.Girls],
        (Sex.Male, true) => [VictimGroup.Boys],
        (Sex.Female, false) => [VictimGroup.Women],
        (Sex.Male, false) => [VictimGroup.Men],
        (Sex.Unknown, true) => [VictimGroup.Girls, VictimGroup.Boys],
        (Sex.Unknown, false) => [VictimGroup.Women, VictimGroup.Men]
    };
}
