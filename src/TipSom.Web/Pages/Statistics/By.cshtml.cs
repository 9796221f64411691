using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.Tables;

namespace TipSom.Web.Pages.Statistics;

/// <summary>The case records of a year divided by one thing, with the groups and how far care came.</summary>
[RequirePermission(Permission.ReadStatistics)]
public sealed class ByModel(TipSomDbContext db, CurrentUser user, PortalTime time, IStringLocalizer<Ui> texts) : StatisticsPageModel(user, time)
{
    [FromRoute]
    public string Dimension { get; set; } = "";

    /// <summary>TIP or SOM; everything else reads as TIP.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Law { get; set; }

    /// <summary>Whether the table is asked for as a file.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Csv { get; set; }

    public IReadOnlyList<DividedRow> Rows { get; private set; } = [];

    public DividedRow Total { get; private set; } = null!;

    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>Whether only referrals are divided by it.</summary>
    public bool IsOfReferrals => FigureLabels.OfReferrals.Contains(Dimension);

    /// <summary>Whether somebody may be counted under several values, so that the rows make more than the total.</summary>
    public bool MayOverlap => Dimension == "form";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!FigureLabels.OfPersons.Contains(Dimension) && !IsOfReferrals)
            return NotFound();
        Law = Law == CountedFigures.Smuggling ? Law : CountedFigures.Trafficking;
        Names = await FigureNames.LoadAsync(db, texts, ct, withDistricts: true);
        var counted = await db.CountedAsync(Shown.Kind, [Shown.Begins], Scope, [CountedFigures.Everybody, Dimension], ct);
        CountedAt = counted.CountedAt;
        var order = FigureNames.OrderOf(Dimension)?.Index().ToDictionary(o => o.Item, o => o.Index);
        Rows = [.. counted.By(Shown.Begins, Law, Dimension).GroupBy(c => c.Value).Select(g => DividedRow.Of(g.Key, Names.Of(Dimension, g.Key), g))
            .OrderBy(r => Dimension == "month" ? Place(r.Value) : order?.GetValueOrDefault(r.Value, int.MaxValue) ?? 0)
            .ThenByDescending(r => IsOfReferrals ? r.Referrals : r.Identified).ThenBy(r => r.Label, StringComparer.CurrentCulture)];
        Total = DividedRow.Of("", texts["All"], counted.By(Shown.Begins, Law, CountedFigures.Everybody));
        return Csv ? File(CsvTable.Of(AsTable()), CsvTable.ContentType, $"tipsom-{Dimension}-{Shown.Name}.csv") : Page();
    }

    /// <summary>What stands behind a figure of a row.</summary>
    public string ListOf(DividedRow row, FigureOf of = FigureOf.Persons, PersonGroup? group = null, int stage = 0) => UrlOf("/statistics/list",
        ("of", of == FigureOf.Persons ? null : $"{of}"), ("law", Law == CountedFigures.Trafficking ? null : Law), ("mark", row.Value.Length == 0 ? null : $"{Dimension}={row.Value}"),
        ("group", group?.ToString()), ("stage", stage == 0 ? null : $"{stage}"));

    private FigureTable AsTable() => new(
        texts[FigureLabels.OfDimension(Dimension)],
        IsOfReferrals
            ? [texts[FigureLabels.OfDimension(Dimension)], texts["Referrals"], texts["Persons referred"]]
            : [texts[FigureLabels.OfDimension(Dimension)], texts["Identified"], .. Enum.GetValues<PersonGroup>().Select(g => texts[FigureLabels.Of(g)].Value),
                texts["Referred"], texts["Accepted by a provider"], texts["Arrived in care"], texts["With an outcome"]],
        [.. Rows.Append(Total).Select(row => (IReadOnlyList<TableCell>)(IsOfReferrals
            ? [row.Label, row.Referrals, row.PeopleReferred]
            : [row.Label, row.Identified, .. row.Groups.Select(n => (TableCell)n), row.Referred, row.Accepted, row.InCare, row.Ended]))]);

    // The months of a fiscal year begin with July.
    private int Place(string month) => (int.Parse(month, System.Globalization.CultureInfo.InvariantCulture) - Shown.From.Month + 12) % 12;
}

/// <summary>One value of what figures are divided by.</summary>
/// <param name="Value">Its code; empty for all.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Identified">Identified in the year.</param>
/// <param name="Groups">Of them in each <see cref="PersonGroup"/>, in its order.</param>
/// <param name="Referred">Referred since.</param>
/// <param name="Accepted">Accepted since.</param>
/// <param name="InCare">Arrived since.</param>
/// <param name="Ended">With an outcome.</param>
/// <param name="Referrals">Referrals sent in the year.</param>
/// <param name="PeopleReferred">Persons of them.</param>
public sealed record DividedRow(
    string Value, string Label, int Identified, IReadOnlyList<int> Groups, int Referred, int Accepted, int InCare, int Ended, int Referrals, int PeopleReferred)
{
    public static DividedRow Of(string value, string label, IEnumerable<CountedCell> cells)
    {
        var all = cells.ToList();
        return new(
            value, label, all.Sum(c => c.Identified), [.. Enum.GetValues<PersonGroup>().Select(g => all.Where(c => c.Group == g).Sum(c => c.Identified))],
            all.Sum(c => c.ThenReferred), all.Sum(c => c.ThenAccepted), all.Sum(c => c.ThenInCare), all.Sum(c => c.ThenEnded), all.Sum(c => c.Referrals),
            all.Sum(c => c.PeopleReferred));
    }
}
