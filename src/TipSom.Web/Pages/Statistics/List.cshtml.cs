using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics;

/// <summary>What a figure of the records is a count of.</summary>
public enum FigureOf
{
    /// <summary>Persons identified in the year.</summary>
    Persons,

    /// <summary>Referrals sent in the year.</summary>
    Referrals,

    /// <summary>Persons for whom one was sent in the year: the first of each stands for the person.</summary>
    PersonsReferred,

    /// <summary>Investigations, charges or convictions under a law.</summary>
    Acts
}

/// <summary>
/// What stands behind a figure, as far as its cases may be seen by who asks: by number, day and state. What others hold is counted and not
/// listed, since a figure must never open a case.
/// </summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class ListModel(TipSomDbContext db, CurrentUser user, PortalTime time, IStringLocalizer<Ui> texts) : StatisticsPageModel(user, time)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public FigureOf Of { get; set; }

    /// <summary>TIP or SOM; everything else reads as TIP.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Law { get; set; }

    /// <summary>A dimension and its value; none means everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    [BindProperty(SupportsGet = true)]
    public PersonGroup? Group { get; set; }

    /// <summary>How far care came at least: 0 identified to 4 with an outcome; of persons only.</summary>
    [BindProperty(SupportsGet = true)]
    public int Stage { get; set; }

    /// <summary>Code of a figure by law and kind; of acts only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cell { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<BehindRow> Rows { get; private set; } = [];

    /// <summary>The figure itself.</summary>
    public int Figure { get; private set; }

    /// <summary>How many of it are in cases that the reader sees.</summary>
    public int Seen { get; private set; }

    public bool HasMore => Seen > P * PageSize;

    /// <summary>What the figure is of, in words.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    private FigureCell? Act => Cell is { } code && FigureCell.Parse(code) is { } cell && FigureCell.IsByLaw(cell.Indicator) ? cell : null;

    public static string OfStage(int stage) => stage switch
    {
        0 => "Identified",
        1 => "Referred",
        2 => "Accepted by a provider",
        3 => "Arrived in care",
        _ => "With an outcome"
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (dimension, value) = Mark?.Split('=') is [var name, var code] ? (name, code) : (CountedFigures.Everybody, "");
        if (Stage is < 0 or > 4 || P is < 1 or > 10_000 || (Of == FigureOf.Acts) != (Act is not null)
            || (Mark is not null && !(Of == FigureOf.Persons ? FigureLabels.OfPersons : FigureLabels.OfReferrals).Contains(dimension)))
            return NotFound();
        Law = Law == CountedFigures.Smuggling ? Law : CountedFigures.Trafficking;
        if (Mark is not null)
            Names = await FigureNames.LoadAsync(db, texts, ct, withDistricts: true);
        var counted = await db.CountedAsync(Shown.Kind, [Shown.Begins], Scope, [dimension], ct);
        Figure = Act is { } act
            ? counted.By(Shown.Begins, "", $"{act.Indicator}").Where(c => c.Value == act.Category).Sum(c => c.Identified)
            : counted.By(Shown.Begins, Law, dimension).Where(c => (Mark is null || c.Value == value) && (Group is null || c.Group == Group)).Sum(CountOf);
        Words = [.. WordsOf(dimension, value)];
        // Figures are read by more people than cases are.
        if (Figure > 0 && Reader.May(Permission.ReadCases))
            Rows = await (Of switch
            {
                // The authority is no mark of a person, but who is asked for.
                FigureOf.Persons => PersonsAsync(dimension == "authority" ? null : Mark, ct),
                FigureOf.Acts => ActsAsync(ct),
                _ => ReferralsAsync(ct)
            });
        return Page();
    }

    /// <summary>The address of another page of the list.</summary>
    public string PageOf(int number) => UrlOf("/statistics/list", ("of", Of == FigureOf.Persons ? null : $"{Of}"),
        ("law", Law == CountedFigures.Trafficking ? null : Law), ("mark", Mark), ("group", Group?.ToString()), ("stage", Stage == 0 ? null : $"{Stage}"),
        ("cell", Cell), ("p", $"{number}"));

    private int CountOf(CountedCell cell) => (Of, Stage) switch
    {
        (FigureOf.Referrals, _) => cell.Referrals,
        (FigureOf.PersonsReferred, _) => cell.PeopleReferred,
        (_, 0) => cell.Identified,
        (_, 1) => cell.ThenReferred,
        (_, 2) => cell.ThenAccepted,
        (_, 3) => cell.ThenInCare,
        _ => cell.ThenEnded
    };

    private IEnumerable<string> WordsOf(string dimension, string value)
    {
        yield return Act is { } act ? ReturnLabels.Of(act, texts) : texts[Law == CountedFigures.Smuggling ? "Smuggled migrants" : "Victims of trafficking"];
        yield return Shown.Name;
        if (Of != FigureOf.Acts)
            yield return texts[Of switch { FigureOf.Referrals => "Referrals", FigureOf.PersonsReferred => "Persons referred", _ => OfStage(Stage) }];
        if (Mark is not null)
            yield return $"{texts[FigureLabels.OfDimension(dimension)]}: {Names.Of(dimension, value)}";
        if (Group is { } group)
            yield return texts[FigureLabels.Of(group)];
    }

    private async Task<IReadOnlyList<BehindRow>> PersonsAsync(string? mark, CancellationToken ct)
    {
        var people = db.CountedPeople(Shown, Law!, Scope, mark, Group, Stage);
        Seen = await people.CountAsync(ct);
        var rows = await (
            from p in people.OrderBy(p => p.IdentifiedOn).ThenBy(p => p.VictimId).Skip((P - 1) * PageSize).Take(PageSize)
            join c in db.Cases on p.CaseId equals c.Id
            join v in db.Victims on p.VictimId equals v.Id
            orderby p.IdentifiedOn, p.VictimId
            select new { c.Number, v.Position, v.Sex, v.Age.Years, p.IdentifiedOn, p.Stage }).ToListAsync(ct);
        return [.. rows.Select(r => new BehindRow(
            r.Number, $"{texts["Person {0}", r.Position]} · {texts[Labels.OfPerson(r.Sex, r.Years is < Age.Majority)]}{(r.Years is { } years ? $", {years}" : null)}", null,
            r.IdentifiedOn, texts[OfStage(r.Stage)]))];
    }

    private async Task<IReadOnlyList<BehindRow>> ReferralsAsync(CancellationToken ct)
    {
        var referrals = db.CountedReferrals(Shown, Law!, Scope, Mark, Group, first: Of == FigureOf.PersonsReferred);
        Seen = await referrals.CountAsync(ct);
        var rows = await (
            from r in referrals.OrderBy(r => r.SentOn).ThenBy(r => r.ReferralId).Skip((P - 1) * PageSize).Take(PageSize)
            join f in db.Referrals on r.ReferralId equals f.Id
            join c in db.Cases on f.CaseId equals c.Id
            orderby r.SentOn, r.ReferralId
            select new { Case = c.Number, f.Number, f.Status, r.SentOn }).ToListAsync(ct);
        return [.. rows.Select(r => new BehindRow(r.Case, r.Number, $"/referrals/{r.Number}", r.SentOn, texts[ReferralLabels.Of(r.Status)]))];
    }

    private async Task<IReadOnlyList<BehindRow>> ActsAsync(CancellationToken ct)
    {
        var acts = db.CountedActs(Shown, Act!.Value, Scope);
        Seen = await acts.CountAsync(ct);
        var rows = await (
            from a in acts.OrderBy(a => a.Day).ThenBy(a => a.SubjectId).Skip((P - 1) * PageSize).Take(PageSize)
            join c in db.Cases on a.CaseId equals c.Id
            join s in db.Suspects on a.SubjectId equals s.Id into suspects
            from s in suspects.DefaultIfEmpty()
            orderby a.Day, a.SubjectId
            select new { c.Number, Position = (int?)s.Position, a.Day }).ToListAsync(ct);
        return [.. rows.Select(r => new BehindRow(
            r.Number, r.Position is { } position ? texts["Suspect {0}", position].Value : null, r.Position is null ? null : $"/cases/{r.Number}/suspects/{r.Position}", r.Day, null))];
    }
}

/// <summary>One of what a figure counts, without a name.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="What">The person, the referral or the suspect; null where it is the case itself.</param>
/// <param name="Url">Its page; null where that is the case's.</param>
/// <param name="Day">The day that decides the year.</param>
/// <param name="State">How it stands; null of acts of law enforcement.</param>
public sealed record BehindRow(string CaseNumber, string? What, string? Url, DateOnly Day, string? State);
