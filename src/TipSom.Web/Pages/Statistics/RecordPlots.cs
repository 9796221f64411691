using System.Globalization;
using Microsoft.Extensions.Localization;
using TipSom.Data.Queries;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Plots;

namespace TipSom.Web.Pages.Statistics;

/// <summary>The plots of a year of case records. Each has a name, under which it is asked for as a file.</summary>
public sealed class RecordPlots(CountedYears counted, int year, string yearName, FigureNames names, IStringLocalizer<Ui> texts)
{
    private const int MostBars = 15;

    /// <summary>The dimensions that the plots read.</summary>
    public static IReadOnlyList<string> Dimensions { get; } =
        ["all", "month", "age", "form", "forced-labour", "found-province", "exploited-province", "sector", "service", "declined", "outcome", "answered"];

    /// <summary>Every plot, by its name.</summary>
    public IReadOnlyDictionary<string, Plot> All => new Dictionary<string, Plot>
    {
        ["groups"] = Partition(),
        ["months"] = Months(),
        ["funnel"] = Funnel(),
        ["provinces"] = Bars("found-province", texts["Victims identified by province, {0}", yearName], texts["Province"], c => (c.Identified, c.ThenReferred),
            texts["Identified"], texts["Referred since"]),
        ["forms"] = Bars("form", texts["Victims identified by form of exploitation, {0}", yearName], texts["Form of exploitation"], c => (c.Identified, null), texts["Persons"]),
        ["ages"] = Bars("age", texts["Victims identified by age, {0}", yearName], texts["Age"], c => (c.Identified, null), texts["Persons"]),
        ["answers"] = Answers(),
        ["services"] = Bars("service", texts["Services asked for, {0}", yearName], texts["Service asked for"], c => (c.Referrals, null), texts["Referrals"]),
        ["declines"] = Bars("declined", texts["Why referrals were declined, {0}", yearName], texts["Why it was declined"], c => (c.Referrals, null), texts["Referrals"]),
        ["outcomes"] = Bars("outcome", texts["How care ended, {0}", yearName], texts["How care ended"], c => (c.Referrals, null), texts["Referrals"])
    };

    private IEnumerable<CountedCell> By(string dimension) => counted.By(year, CountedFigures.Trafficking, dimension);

    private PartitionPlot Partition() => new(
        texts["Victims identified by group, {0}", yearName], texts["Group"], texts["Persons"],
        [.. Enum.GetValues<PersonGroup>().Select(group => new PlotPart(
            texts[FigureLabels.Of(group)], By(CountedFigures.Everybody).Where(c => c.Group == group).Sum(c => c.Identified)))]);

    // The months of a fiscal year begin with July.
    private SeriesPlot Months()
    {
        var first = new ReportYear(Kind, year).From.Month;
        var months = Enumerable.Range(0, 12).Select(i => ((first - 1 + i) % 12 + 1).ToString("D2", CultureInfo.InvariantCulture)).ToList();
        return new(texts["Victims identified and persons referred by month, {0}", yearName], texts["Month"], [.. months.Select(m => names.Of("month", m))],
        [
            new(texts["Identified"], [.. months.Select((m, i) => In(i, () => By("month").Where(c => c.Value == m).Sum(c => c.Identified)))]),
            new(texts["Referred in the month"], [.. months.Select((m, i) => In(i, () => By("month").Where(c => c.Value == m).Sum(c => c.PeopleReferred)))])
        ]);
    }

    // A month that has not begun has no figure, which is not zero.
    private decimal? In(int month, Func<int> count) => new ReportYear(Kind, year).From.AddMonths(month) > Today ? null : count();

    /// <summary>The day in Pakistan.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Which twelve months the year means.</summary>
    public required YearKind Kind { get; init; }

    private FunnelPlot Funnel()
    {
        var all = By(CountedFigures.Everybody).ToList();
        return new(texts["Of those identified in {0}: how far care came", yearName], texts["Persons"],
        [
            new(texts["Identified"], all.Sum(c => c.Identified)),
            new(texts["Referred"], all.Sum(c => c.ThenReferred)),
            new(texts["Accepted by a provider"], all.Sum(c => c.ThenAccepted)),
            new(texts["Arrived in care"], all.Sum(c => c.ThenInCare)),
            new(texts["With an outcome"], all.Sum(c => c.ThenEnded))
        ])
        {
            Notes = [texts["The same people at each step, up to today. Where the bar shortens most, care fails most."]]
        };
    }

    private StepsPlot Answers() => new(
        texts["Time to an answer, referrals sent in {0}", yearName], texts["Time to an answer"], texts["Referrals"],
        [.. FigureNames.OrderOf("answered")!.Select(step => new PlotPart(names.Of("answered", step), By("answered").Where(c => c.Value == step).Sum(c => c.Referrals)))]);

    private BarPlot Bars(
        string dimension, string title, string of, Func<CountedCell, (int First, int? Second)> count, params IReadOnlyList<string> series)
    {
        var order = FigureNames.OrderOf(dimension);
        var rows = By(dimension).GroupBy(c => c.Value)
            .Select(g => (Value: g.Key, First: g.Sum(c => count(c).First), Second: g.Sum(c => count(c).Second))).Where(r => r.First > 0).ToList();
        rows = [.. order is null ? rows.OrderByDescending(r => r.First).ThenBy(r => r.Value, StringComparer.Ordinal) : rows.OrderBy(r => order.Index().First(o => o.Item == r.Value).Index)];
        var shown = rows.Take(MostBars).Select(r => new BarRow(names.Of(dimension, r.Value), series.Count == 2 ? [r.First, r.Second] : [r.First])).ToList();
        if (rows.Count > MostBars)
            shown.Add(new BarRow(texts["Others"], series.Count == 2 ? [rows.Skip(MostBars).Sum(r => r.First), rows.Skip(MostBars).Sum(r => r.Second)] : [rows.Skip(MostBars).Sum(r => r.First)]));
        return new(title, of, series, shown);
    }
}
