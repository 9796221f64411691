namespace TipSom.Domain.Reporting;

/// <summary>
/// Which tables a release has. Nothing finer than a province, and a province is crossed with the group alone: a place, a group and a form together
/// would point at people.
/// </summary>
public static class ReleaseTables
{
    /// <summary>The dimension that says how far care came.</summary>
    public const string Reached = "reached";

    /// <summary>The dimension of the national partition.</summary>
    public const string Group = "group";

    /// <summary>The steps of care, each person in the last one reached: identified, referred, accepted, in care, with an outcome.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["0", "1", "2", "3", "4"];

    /// <summary>The tables.</summary>
    /// <param name="provinces">Codes of the provinces.</param>
    /// <param name="forms">Codes of the forms of exploitation.</param>
    /// <param name="sectors">Codes of the sectors of work.</param>
    public static IReadOnlyList<CountTable> Of(IReadOnlyList<string> provinces, IReadOnlyList<string> forms, IReadOnlyList<string> sectors)
    {
        var groups = new Division(Group, Enum.GetNames<PersonGroup>());
        return
        [
            new("groups", groups),
            new("ages", new("age", ["Under12", "From12To17", "From18To24", "From25To34", "From35To59", "From60", "Unknown"])),
            new("global", new("global", Enum.GetNames<GlobalGroup>())),
            new("provinces", new("found-province", provinces), groups),
            new("exploited", new("exploited-province", [.. provinces, "Abroad", "Unknown"]), groups),
            new("forms", new("form", [.. forms, "Unknown"], IsPartition: false), groups),
            new("forced-labour", new("forced-labour", ["Yes", "No"]), groups),
            new("sectors", new("sector", [.. sectors, "Unknown"])),
            new("border", new("border", ["InsidePakistan", "AcrossBorder", "Unknown"]), groups),
            new("care", new(Reached, Steps), groups),
            new("months", new("month", [.. Enumerable.Range(1, 12).Select(m => $"{m:D2}")]))
        ];
    }
}
