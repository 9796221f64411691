using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Statistics;

/// <summary>What the pages of the figures share: which twelve months, which year, whose figures, and the addresses that keep them.</summary>
public abstract class StatisticsPageModel(CurrentUser user, PortalTime time) : PageModel
{
    /// <summary>The first year that may be asked for: the Acts are of 2018.</summary>
    public const int FirstYear = 2018;

    [BindProperty(SupportsGet = true)]
    public YearKind Kind { get; set; }

    /// <summary>In which the year begins; any other than those offered reads as the present one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The agency whose figures are read; none is the country. A supervisor reads those of the own agency only.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Authority { get; set; }

    public bool IsNational => ReadsTheCountry(user.Role);

    /// <summary>The agency of the figures; null for the country.</summary>
    public Guid? Scope => IsNational ? Authority : user.AgencyId;

    /// <summary>What the figures are divided by, by name; each page reads those that it shows.</summary>
    public FigureNames Names { get; protected set; } = null!;

    /// <summary>The name of the authority whose figures are shown; null for the country.</summary>
    public string? AuthorityName => Scope is { } agency ? Names.Of("authority", agency.ToString()) : null;

    /// <summary>The year that is shown.</summary>
    public ReportYear Shown => new(Enum.IsDefined(Kind) ? Kind : YearKind.Calendar, Year is { } asked && asked >= FirstYear && asked <= Present ? asked : Present);

    /// <summary>The years that may be chosen, the latest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(FirstYear, Present - FirstYear + 1).Reverse();

    /// <summary>Whether the role reads the country's figures and every agency's; the others read their own agency's.</summary>
    public static bool ReadsTheCountry(Role role) => role is Role.NationalCoordinator or Role.NationalAdministrator or Role.Analyst;

    protected CurrentUser Reader => user;

    protected DateOnly Today => time.Today;

    private int Present => ReportYear.Of(Enum.IsDefined(Kind) ? Kind : YearKind.Calendar, time.Today).Begins;

    /// <summary>An address that keeps the year and the authority.</summary>
    public string UrlOf(string page, params IEnumerable<(string Name, string? Value)> besides) =>
        page + QueryString.Create(new (string Name, string? Value)[]
        {
            ("kind", Shown.Kind == YearKind.Calendar ? null : $"{Shown.Kind}"), ("year", $"{Shown.Begins}"), ("authority", IsNational ? Authority?.ToString() : null)
        }.Concat(besides).Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
