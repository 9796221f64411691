using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;

namespace TipSom.Web.Pages.Releases;

/// <summary>Makes a release: reads the exact figures as the national administrator sees them, protects them, and keeps the counts they rest on.</summary>
public static class ReleaseMaker
{
    /// <summary>Makes the release of a year; it is not read by anybody else before it is signed off.</summary>
    public static async Task<FigureRelease> MakeReleaseAsync(this TipSomDbContext db, int year, DateOnly today, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        FigureRelease.RefuseYear(year, today);
        var earlier = await db.LatestReleaseAsync(year, ct);
        var kept = await db.ReleaseBases.Where(b => db.Releases.Any(r => r.Id == b.ReleaseId && r.Year == year && r.SignedAt != null)).Select(b => b.Bases).ToListAsync(ct);
        var tables = await TablesAsync(db, ct);
        var counted = await db.CountedAsync(YearKind.Calendar, [year], null, [CountedFigures.Everybody, .. tables.Select(t => t.Rows.Of).Distinct()], ct);
        var safe = SafeTables.Make(tables, key => Count(counted, year, key), [.. kept.Select(b => JsonSerializer.Deserialize<Dictionary<string, int>>(b)!)]);
        var number = RecordNumber.Draw(RecordNumber.ReleasePrefix, today.Year);
        var isRecorded = counted.By(year, CountedFigures.Trafficking, CountedFigures.Everybody).Any(c => c.Identified > 0);
        var content = new ReleaseContent(
            number, year, counted.CountedAt, await HeadlineAsync(db, year, ct), [.. tables.Select(t => isRecorded ? ReleasedTable.Of(t, safe) : ReleasedTable.WithoutRows(t))]);
        var release = FigureRelease.Make(number, year, earlier, content.ToJson(), today, by, now);
        db.Add(release);
        // Where no table has rows nothing was shown that a later release would have to keep.
        db.Add(new ReleaseBases(release, isRecorded ? JsonSerializer.Serialize(safe.Bases) : "{}"));
        return release;
    }

    /// <summary>The latest signed release of a year; null where there is none.</summary>
    public static Task<FigureRelease?> LatestReleaseAsync(this TipSomDbContext db, int year, CancellationToken ct) =>
        db.Releases.Where(r => r.Year == year && r.SignedAt != null).OrderByDescending(r => r.SignedAt).FirstOrDefaultAsync(ct);

    private static async Task<IReadOnlyList<CountTable>> TablesAsync(TipSomDbContext db, CancellationToken ct)
    {
        var provinces = await db.Provinces.OrderBy(p => p.SortOrder).Select(p => p.Code).ToListAsync(ct);
        var codes = await db.CodeList.Where(c => c.List == "exploitation_type" || c.List == "isic_section").OrderBy(c => c.SortOrder)
            .Select(c => new { c.List, c.Code }).ToListAsync(ct);
        return ReleaseTables.Of(
            provinces, [.. codes.Where(c => c.List == "exploitation_type" && c.Code != "UNK").Select(c => c.Code)],
            [.. codes.Where(c => c.List == "isic_section").Select(c => c.Code)]);
    }

    // A key names a group, another dimension, both, or nobody apart.
    private static int Count(CountedYears counted, int year, string key)
    {
        var marks = key.Split('&').Where(m => m != CountTable.All).Select(m => m.Split('=')).ToDictionary(m => m[0], m => m[1]);
        var group = marks.TryGetValue(ReleaseTables.Group, out var name) ? name : null;
        var (dimension, value) = marks.FirstOrDefault(m => m.Key != ReleaseTables.Group);
        var isOfStep = dimension is null or ReleaseTables.Reached;
        return counted.By(year, CountedFigures.Trafficking, isOfStep ? CountedFigures.Everybody : dimension!)
            .Where(c => (group is null || c.GroupName == group) && (isOfStep || c.Value == value))
            .Sum(c => dimension == ReleaseTables.Reached ? InStep(c, value!) : c.Identified);
    }

    // Everybody is in the last step they reached.
    private static int InStep(CountedCell cell, string step) => step switch
    {
        "0" => cell.Identified - cell.ThenReferred,
        "1" => cell.ThenReferred - cell.ThenAccepted,
        "2" => cell.ThenAccepted - cell.ThenInCare,
        "3" => cell.ThenInCare - cell.ThenEnded,
        _ => cell.ThenEnded
    };

    private static async Task<IReadOnlyList<HeadlineFigure>> HeadlineAsync(TipSomDbContext db, int year, CancellationToken ct)
    {
        NationalIndicator[] indicators = [NationalIndicator.Identified, NationalIndicator.ForcedLabour, NationalIndicator.Referred];
        var of = new ReportYear(YearKind.Calendar, year);
        var (returns, published) = (await db.ReturnsOfYearAsync(of, AgencyKind.Police, null, ct), await db.PublishedOfYearAsync(of, AgencyKind.Police, ct));
        var cells = indicators.SelectMany(FigureCell.CellsOf).ToList();
        return
        [
            .. cells.Where(c => returns.Figures[c] is not null).Select(c => new HeadlineFigure("Returns", nameof(AgencyKind.Police), c.Code, returns.Figures[c]!.Value)),
            .. cells.Where(c => published.Sources.ContainsKey(c)).Select(c => new HeadlineFigure(
                "Published", nameof(AgencyKind.Police), c.Code, published.Figures[c]!.Value, published.Sources[c].Source, published.Sources[c].Page, published.Sources[c].Note))
        ];
    }
}
