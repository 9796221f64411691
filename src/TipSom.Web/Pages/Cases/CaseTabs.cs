using TipSom.Domain.Identity;

namespace TipSom.Web.Pages.Cases;

/// <summary>The parts of a case's file, in the order in which its pages link them. Shown by _CaseTabs.</summary>
/// <param name="Label">Key of its translation.</param>
/// <param name="Under">What follows the case in the address; empty for the file itself.</param>
/// <param name="Permission">Who is offered it.</param>
/// <param name="OfInvestigation">Only for units that see the investigation: to others the part is not there.</param>
public sealed record CaseTab(string Label, string Under, Permission Permission, bool OfInvestigation = false)
{
    /// <summary>Where a page of a case says to the partial that the reader does not see the investigation.</summary>
    public const string HidesInvestigation = "hides investigation";

    public static IReadOnlyList<CaseTab> All { get; } =
    [
        new("Overview", "", Permission.ReadCases),
        new("Timeline", "/timeline", Permission.ReadCases),
        new("Changes", "/history", Permission.ReadCases),
        new("Who has looked", "/looked", Permission.ReadCases),
        new("Law", "/law", Permission.ReadCases),
        new("Working together", "/sharing", Permission.ReadCases),
        new("Suspects", "/suspects", Permission.KeepSuspects, OfInvestigation: true),
        new("Documents", "/documents", Permission.ReadCases)
    ];

    public string UrlOf(string number) => $"/cases/{number}{Under}";
}
