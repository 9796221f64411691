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

/// <summary>
/// The people behind a figure, as far as their cases may be seen by who asks: by number, group and how far care came. What others hold is
/// counted and not listed, since a figure must never open a case.
/// </summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class ListModel(TipSomDbContext db, CurrentUser user, PortalTime time, IStringLocalizer<Ui> texts) : StatisticsPageModel(user, time)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Law { get; set; }

    /// <summary>A dimension and its value; none means everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Mark { get; set; }

    [BindProperty(SupportsGet = true)]
    public PersonGroup? Group { get; set; }

    /// <summary>How far care came at least: 0 identified to 4 with an outcome.</summary>
    [BindProperty(SupportsGet = true)]
    public int Stage { get; set; }

    /// <summary>Which page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    /// <summary>The figure itself.</summary>
    public int Figure { get; private set; }

    /// <summary>How many of them are in cases that the reader sees.</summary>
    public int Seen { get; private set; }

    public bool HasMore => Seen > P * PageSize;

    /// <summary>What the figure is of, in words.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

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
        if (Stage is < 0 or > 4 || P is < 1 or > 10_000 || (Mark is not null && !FigureLabels.OfPersons.Contains(dimension)))
            return NotFound();
        Law = Law == CountedFigures.Smuggling ? Law : CountedFigures.Trafficking;
        Names = await FigureNames.LoadAsync(db, texts, ct, withDistricts: true);
        var counted = await db.CountedAsync(Shown.Kind, [Shown.Begins], Scope, [dimension], ct);
        Figure = counted.By(Shown.Begins, Law, dimension).Where(c => (Mark is null || c.Value == value) && (Group is null || c.Group == Group))
            .Sum(c => Stage switch { 0 => c.Identified, 1 => c.ThenReferred, 2 => c.ThenAccepted, 3 => c.ThenInCare, _ => c.ThenEnded });
        Words = [texts[Law == CountedFigures.Smuggling ? "Smuggled migrants" : "Victims of trafficking"], Shown.Name, texts[OfStage(Stage)],
            .. Mark is null ? Array.Empty<string>() : [$"{texts[FigureLabels.OfDimension(dimension)]}: {Names.Of(dimension, value)}"],
            .. Group is { } group ? new[] { texts[FigureLabels.Of(group)].Value } : []];
        // The authority is no mark of a person, but a column; and the national desk sees no case.
        if (Reader.May(Permission.ReadCases) && dimension != "authority")
            await LoadRowsAsync(ct);
        return Page();
    }

    /// <summary>The address of another page of the list.</summary>
    public string PageOf(int number) => UrlOf("/statistics/list", ("law", Law == CountedFigures.Trafficking ? null : Law), ("mark", Mark), ("group", Group?.ToString()),
        ("stage", Stage == 0 ? null : $"{Stage}"), ("p", $"{number}"));

    private async Task LoadRowsAsync(CancellationToken ct)
    {
        var people = db.CountedPeople(Shown, Law!, Mark, Group, Stage);
        Seen = await people.CountAsync(ct);
        Rows = await (
            from p in people.OrderBy(p => p.IdentifiedOn).ThenBy(p => p.VictimId).Skip((P - 1) * PageSize).Take(PageSize)
            join c in db.Cases on p.CaseId equals c.Id
            join v in db.Victims on p.VictimId equals v.Id
            orderby p.IdentifiedOn, p.VictimId
            select new PersonRow(c.Number, v.Position, v.Sex, v.Age.Years, p.IdentifiedOn, p.Stage)).ToListAsync(ct);
    }
}

/// <summary>A person of a case, without a name.</summary>
public sealed record PersonRow(string CaseNumber, int Position, Sex Sex, int? Years, DateOnly IdentifiedOn, short Stage);
