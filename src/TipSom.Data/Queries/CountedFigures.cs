using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>A cell of the figures counted from the records. Counts are of persons, except <paramref name="Referrals"/>.</summary>
/// <param name="Year">In which the year begins.</param>
/// <param name="Law">TIP or SOM; empty for law enforcement.</param>
/// <param name="Dimension">What the figure is divided by; an indicator for law enforcement.</param>
/// <param name="Value">Code within it.</param>
/// <param name="GroupName">A <see cref="PersonGroup"/>; empty for law enforcement.</param>
/// <param name="Identified">Identified in the year; the figure itself for law enforcement.</param>
/// <param name="ThenReferred">Of them referred since.</param>
/// <param name="ThenAccepted">Of them accepted.</param>
/// <param name="ThenInCare">Of them arrived in care.</param>
/// <param name="ThenEnded">Of them with care ended by an outcome.</param>
/// <param name="Referrals">Referrals sent in the year.</param>
/// <param name="PeopleReferred">Persons with a referral sent in the year and not withdrawn.</param>
/// <param name="CountedAt">Until when the records are counted.</param>
public sealed record CountedCell(
    int Year, string Law, string Dimension, string Value, string GroupName, int Identified, int ThenReferred, int ThenAccepted, int ThenInCare, int ThenEnded,
    int Referrals, int PeopleReferred, DateTimeOffset? CountedAt)
{
    public PersonGroup Group => Enum.Parse<PersonGroup>(GroupName);
}

/// <summary>The figures counted from the case records, as far as the reader may see them.</summary>
public static class CountedFigures
{
    /// <summary>Victims of trafficking.</summary>
    public const string Trafficking = "TIP";

    /// <summary>Smuggled migrants.</summary>
    public const string Smuggling = "SOM";

    /// <summary>The dimension that divides by nothing.</summary>
    public const string Everybody = "all";

    /// <summary>The cells of some years by some dimensions, with law enforcement; in one statement. A null scope is the country.</summary>
    public static async Task<CountedYears> CountedAsync(
        this TipSomDbContext db, YearKind kind, IReadOnlyCollection<int> begins, Guid? scope, IReadOnlyCollection<string> dimensions, CancellationToken ct)
    {
        var (years, divisions, of, kindName) = (begins.ToArray(), dimensions.ToArray(), scope ?? Guid.Empty, kind.ToString());
        return new CountedYears(await db.Database.SqlQuery<CountedCell>($"""
            select c.year as "Year", c.law as "Law", c.dimension as "Dimension", c.value as "Value", c.person_group as "GroupName", c.identified as "Identified",
                c.then_referred as "ThenReferred", c.then_accepted as "ThenAccepted", c.then_in_care as "ThenInCare", c.then_ended as "ThenEnded",
                c.referrals as "Referrals", c.people_referred as "PeopleReferred", (select n.counted_at from statistics.counts n) as "CountedAt"
            from statistics.cells c
            where c.year_kind = {kindName} and c.year = any ({years}) and c.law in ('TIP', 'SOM') and c.scope = {of} and c.dimension = any ({divisions})
            union all
            select e.year, '', e.indicator, e.act || '-' || e.kind, '', e.n, 0, 0, 0, 0, 0, 0, null
            from statistics.enforcement_cells e
            where e.year_kind = {kindName} and e.year = any ({years}) and e.scope = {of}
            """).ToListAsync(ct));
    }
}

/// <summary>What was counted of some years.</summary>
public sealed class CountedYears(IReadOnlyList<CountedCell> cells)
{
    /// <summary>Until when the records are counted; null where nothing was counted.</summary>
    public DateTimeOffset? CountedAt => cells.FirstOrDefault(c => c.CountedAt is not null)?.CountedAt;

    /// <summary>The cells of a year under a law by one dimension.</summary>
    public IEnumerable<CountedCell> By(int year, string law, string dimension) =>
        cells.Where(c => c.Year == year && c.Law == law && c.Dimension == dimension);

    /// <summary>The figures of a year as every source has them; nothing where no record is of that year.</summary>
    public FigureSet Of(int year)
    {
        var figures = new Dictionary<FigureCell, int>();
        var everybody = By(year, CountedFigures.Trafficking, CountedFigures.Everybody).ToList();
        if (everybody.Count > 0)
        {
            Add(NationalIndicator.Identified, c => c.Identified);
            Add(NationalIndicator.Referred, c => c.PeopleReferred);
            Add(NationalIndicator.InCare, c => c.ThenInCare);
            figures[FigureCell.Of(NationalIndicator.ForcedLabour)] = Marked("forced-labour", "Yes");
            figures[FigureCell.Of(NationalIndicator.SexualExploitation)] = Marked("form", "SEX");
            figures[FigureCell.Of(NationalIndicator.OrganisedBegging)] = Marked("form", "BEG");
            figures[FigureCell.Of(NationalIndicator.Smuggled)] = By(year, CountedFigures.Smuggling, CountedFigures.Everybody).Sum(c => c.Identified);
        }

        foreach (var cell in FigureCell.All.Where(c => FigureCell.IsByLaw(c.Indicator)))
        {
            if (everybody.Count > 0 || cells.Any(c => c.Year == year && c.Law.Length == 0))
                figures[cell] = By(year, "", cell.Indicator.ToString()).Where(c => c.Value == cell.Category).Sum(c => c.Identified);
        }

        return new FigureSet(figures);

        void Add(NationalIndicator indicator, Func<CountedCell, int> count)
        {
            figures[FigureCell.Of(indicator)] = everybody.Sum(count);
            foreach (var group in Enum.GetValues<PersonGroup>())
                figures[FigureCell.Of(indicator, group)] = everybody.Where(c => c.Group == group).Sum(count);
        }

        int Marked(string dimension, string value) =>
            By(year, CountedFigures.Trafficking, dimension).Where(c => c.Value == value).Sum(c => c.Identified);
    }
}
