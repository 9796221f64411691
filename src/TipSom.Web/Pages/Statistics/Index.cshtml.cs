using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Plots;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics;

/// <summary>
/// The national figures of a year: the headline, the three sources side by side and never added, and what the records say beyond it. Numbers only.
/// </summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class IndexModel(TipSomDbContext db, CurrentUser user, PortalTime time, IStringLocalizer<Ui> texts) : StatisticsPageModel(user, time)
{
    /// <summary>Whose returns and published figures stand beside the records.</summary>
    [BindProperty(SupportsGet = true)]
    public AgencyKind Reported { get; set; } = AgencyKind.Police;

    /// <summary>The name of the plot that shows the source of the headline; the others are of the records.</summary>
    public const string Headline = "headline";

    /// <summary>A plot asked for as a file.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Plot { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlotFormat Format { get; set; }

    public SourcesOfYear Sources { get; private set; } = null!;

    /// <summary>What was reported: of the year, and of the year before.</summary>
    public IReadOnlyList<ReturnsOfYear> Returns { get; private set; } = [];

    /// <summary>What was published; nothing where one authority is looked at.</summary>
    public IReadOnlyList<PublishedOfYear> Published { get; private set; } = [];

    public RecordPlots Plots { get; private set; } = null!;

    public CountedYears Counted { get; private set; } = null!;

    /// <summary>The groups of the source that the headline shows.</summary>
    public Plot Partition => Sources.Partition(Shown.Name, texts);

    public static IReadOnlyList<AgencyKind> Reporting { get; } =
        [AgencyKind.Police, AgencyKind.Fia, AgencyKind.Labour, AgencyKind.ChildProtection, AgencyKind.CareProvider];

    /// <summary>Where it is said what exactly is counted.</summary>
    public string DefinitionOf(NationalIndicator indicator) => $"/statistics/definitions#{indicator}";

    /// <summary>What lies behind a figure: the returns, the printed source, or the list of those counted.</summary>
    public string BehindOf(FigureSource source, FigureCell cell) => source switch
    {
        FigureSource.Returns => $"/returns?year={Shown.From.Year}",
        FigureSource.Published => "/statistics/published",
        FigureSource.Records => ListOf(cell)
    };

    private string ListOf(FigureCell cell)
    {
        var group = cell.Category == FigureCell.Total ? null : cell.Category;
        return cell.Indicator switch
        {
            NationalIndicator.ForcedLabour => UrlOf("/statistics/list", ("mark", "forced-labour=Yes")),
            NationalIndicator.SexualExploitation => UrlOf("/statistics/list", ("mark", "form=SEX")),
            NationalIndicator.OrganisedBegging => UrlOf("/statistics/list", ("mark", "form=BEG")),
            NationalIndicator.Smuggled => UrlOf("/statistics/list", ("law", CountedFigures.Smuggling)),
            NationalIndicator.Referred => UrlOf("/statistics/list", ("of", nameof(FigureOf.PersonsReferred)), ("group", group)),
            NationalIndicator.InCare => UrlOf("/statistics/list", ("group", group), ("stage", "3")),
            _ when FigureCell.IsByLaw(cell.Indicator) => UrlOf("/statistics/list", ("of", nameof(FigureOf.Acts)), ("cell", cell.Code)),
            _ => UrlOf("/statistics/list", ("group", group))
        };
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var year = Shown;
        if (!Reporting.Contains(Reported) || !IsNational)
            Reported = IsNational ? AgencyKind.Police : await db.Agencies.Where(a => a.Id == Scope).Select(a => a.Kind).SingleAsync(ct);
        Names = await FigureNames.LoadAsync(db, texts, ct);
        Counted = await db.CountedAsync(year.Kind, [year.Begins, year.Before.Begins], Scope, RecordPlots.Dimensions, ct);
        Plots = new RecordPlots(Counted, year.Begins, year.Name, Names, texts) { Kind = year.Kind, Today = Today };
        if (Plot is not null and not Headline)
            return Plots.All.TryGetValue(Plot, out var asked) ? FileOf(asked) : NotFound();
        var years = new[] { year, year.Before };
        Returns = await db.ReturnsOfYearsAsync(years, Reported, Scope, ct);
        Published = Scope is null ? await db.PublishedOfYearsAsync(years, Reported, ct) : [];
        Sources = SourcesOfYear.Of(Counted, year, Returns, Published);
        return Plot is null ? Page() : Sources.Of(Sources.Headline).HasPartition(NationalIndicator.Identified) ? FileOf(Partition) : NotFound();
    }

    private FileContentResult FileOf(Plot plot) => plot.ToFile(Format, $"tipsom-{Plot}-{Shown.Name}", texts);
}
