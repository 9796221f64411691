using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Domain.Reference;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Assessment;

/// <summary>A page that records something about one person. After saving it leads back to itself and says so.</summary>
public abstract class AssessmentPageModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    /// <summary>Earlier versions shown.</summary>
    protected const int MostVersions = 20;

    /// <summary>Whether the page is shown after saving.</summary>
    [FromQuery(Name = "done")]
    public bool IsSaved { get; init; }

    public DateOnly Today => PakistanTime.DayOf(Now);

    public string UrlOf(string act) => $"/cases/{Case.Number}/people/{Position}/{act}";

    protected DateTimeOffset Now => clock.GetUtcNow();

    protected Actor Actor => user.Actor;

    protected IActionResult Saved(string act) => LocalRedirect($"{UrlOf(act)}?done=true");

    /// <summary>What is offered of a list, and what was chosen from it before.</summary>
    protected static IReadOnlyList<Choice> ChoicesOf(IEnumerable<CodeListEntry> entries, string list, IEnumerable<string> chosen) =>
    [
        .. entries.Where(e => e.List == list && (e.IsOffered || chosen.Contains(e.Code))).OrderBy(e => e.SortOrder)
            .Select(e => new Choice(e.Code, e.LabelIn(CultureInfo.CurrentUICulture)))
    ];
}

/// <summary>What the head of such a page shows.</summary>
/// <param name="Page">The page.</param>
/// <param name="Title">Its heading, in the reader's language.</param>
public sealed record AssessmentHead(AssessmentPageModel Page, string Title);

/// <summary>An earlier version in one line.</summary>
/// <param name="Written">Who wrote it, and when.</param>
/// <param name="Summary">What it says, in the reader's language.</param>
public sealed record EarlierVersion(Writing Written, string Summary);
