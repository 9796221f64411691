using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>What agencies reported and what was published for a year. Row security decides whose returns are read: national readers see every signed one, others their own agency's.</summary>
public static class ReportedFigures
{
    /// <summary>
    /// The signed returns of agencies of a kind that lie wholly within each year, added: those of one unit never overlap. Two statements.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="years">The years, of one kind.</param>
    /// <param name="kind">The kind of agency.</param>
    /// <param name="agency">One agency of it; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<ReturnsOfYear>> ReturnsOfYearsAsync(
        this TipSomDbContext db, IReadOnlyList<ReportYear> years, AgencyKind kind, Guid? agency, CancellationToken ct)
    {
        var (first, last) = (years.Min(y => y.From), years.Max(y => y.To));
        var agencies = await db.Agencies.Where(g => g.Kind == kind && (agency == null || g.Id == agency)).OrderBy(g => g.Code)
            .Select(g => new { g.Id, g.NameEn, g.NameUr, g.IsActive }).ToListAsync(ct);
        var ids = agencies.Select(g => g.Id).ToList();
        var rows = await (
            from r in db.Returns
            where r.Status == ReturnStatus.SignedOff && r.FirstDay >= first && r.LastDay <= last && ids.Contains(r.AgencyId)
            join f in db.Set<ReturnFigure>() on r.Id equals f.ReturnId
            where f.Value != null
            select new { r.Id, r.AgencyId, r.FirstDay, r.LastDay, r.PeriodKind, f.Cell, Value = f.Value!.Value }).ToListAsync(ct);
        return [.. years.Select(year =>
        {
            var returns = rows.Where(r => r.FirstDay >= year.From && r.LastDay <= year.To).GroupBy(r => (r.Id, r.AgencyId, r.FirstDay, r.PeriodKind))
                .ToLookup(r => r.Key.AgencyId, r => (Period: ReportPeriod.Beginning(r.Key.PeriodKind, r.Key.FirstDay.Year, r.Key.FirstDay.Month),
                    Figures: new FigureSet(r.ToDictionary(c => c.Cell, c => c.Value))));
            var reported = agencies.Where(g => g.IsActive || returns.Contains(g.Id)).Select(g => new ReturnsOfAgency(
                g.Id, g.NameEn, g.NameUr, FigureSet.Sum(returns[g.Id].Select(r => r.Figures)), MonthsOf(returns[g.Id].Select(r => r.Period)))).ToList();
            return new ReturnsOfYear(FigureSet.Sum(reported.Select(r => r.Figures)), reported, agencies.Count(g => g.IsActive));
        })];
    }

    /// <summary>The signed returns of one year.</summary>
    public static async Task<ReturnsOfYear> ReturnsOfYearAsync(this TipSomDbContext db, ReportYear year, AgencyKind kind, Guid? agency, CancellationToken ct) =>
        (await db.ReturnsOfYearsAsync([year], kind, agency, ct))[0];

    /// <summary>The published figures of agencies of a kind that stand for each year, each with where it was printed. One statement.</summary>
    public static async Task<IReadOnlyList<PublishedOfYear>> PublishedOfYearsAsync(
        this TipSomDbContext db, IReadOnlyList<ReportYear> years, AgencyKind kind, CancellationToken ct)
    {
        var (yearKind, begins) = (years[0].Kind, years.Select(y => y.Begins).ToList());
        var standing = await db.PublishedFigures.AsNoTracking()
            .Where(f => f.YearKind == yearKind && begins.Contains(f.Begins) && f.Authority == kind && f.WithdrawnAt == null).ToListAsync(ct);
        return [.. years.Select(year => standing.Where(f => f.Begins == year.Begins).ToList()).Select(of => new PublishedOfYear(
            new FigureSet(of.ToDictionary(f => f.Cell, f => f.Value)),
            of.ToDictionary(f => f.Cell, f => new Published(f.Source, f.Page, f.PublishedOn, f.Note))))];
    }

    /// <summary>The published figures of one year.</summary>
    public static async Task<PublishedOfYear> PublishedOfYearAsync(this TipSomDbContext db, ReportYear year, AgencyKind kind, CancellationToken ct) =>
        (await db.PublishedOfYearsAsync([year], kind, ct))[0];

    // Committees of one agency report each for itself, so a month counts once.
    private static int MonthsOf(IEnumerable<ReportPeriod> periods) =>
        periods.SelectMany(p => Enumerable.Range(0, p.Months).Select(m => p.From.AddMonths(m))).Distinct().Count();
}

/// <summary>What agencies of a kind reported for a year.</summary>
/// <param name="Figures">All of them together; a figure that nobody reported is missing.</param>
/// <param name="Agencies">Each that takes part or reported.</param>
/// <param name="Active">How many take part now.</param>
public sealed record ReturnsOfYear(FigureSet Figures, IReadOnlyList<ReturnsOfAgency> Agencies, int Active)
{
    /// <summary>How many reported anything.</summary>
    public int Reported => Agencies.Count(a => a.Months > 0);
}

/// <summary>What one agency reported for a year.</summary>
/// <param name="Id">The agency.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="NameUr">Its name in Urdu.</param>
/// <param name="Figures">Its figures, added over its periods.</param>
/// <param name="Months">How many of the twelve months its returns cover.</param>
public sealed record ReturnsOfAgency(Guid Id, string NameEn, string NameUr, FigureSet Figures, int Months);

/// <summary>What was published for a year.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Sources">Where each was printed.</param>
public sealed record PublishedOfYear(FigureSet Figures, IReadOnlyDictionary<FigureCell, Published> Sources);
