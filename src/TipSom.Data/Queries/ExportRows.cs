using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;

namespace TipSom.Data.Queries;

/// <summary>What exports are made of. Rows of people come from functions that give codes alone, and only to who may ask.</summary>
public static class ExportRows
{
    /// <summary>The people of a year who let data without a name serve research and statistics.</summary>
    public static Task<List<PersonExport>> PeopleToExportAsync(this TipSomDbContext db, ReportYear year, CancellationToken ct)
    {
        var (from, to) = (year.From, year.To);
        return db.Database.SqlQuery<PersonExport>($"""
            select f.year as "Year", f.event as "Event", f.sex as "Sex", f.age as "Age", f.age_when_exploited as "AgeWhenExploited", f.citizenship as "Citizenship",
                f.border as "Border", f.exploited_country as "ExploitedCountry", f.exploited_province as "ExploitedProvince", f.months as "Months", f.forms as "Forms",
                f.sexual_forms as "SexualForms", f.controls as "Controls", f.recruitments as "Recruitments", f.acts as "Acts", f.means as "Means",
                f.is_forced_labour as "IsForcedLabour", f.sector as "Sector", f.recruiter as "Recruiter", f.is_closed as "IsClosed", f.is_convicted as "IsConvicted",
                f.stage as "Stage", f.referred_year as "ReferredYear", f.authority_kind as "AuthorityKind", f.authority_province as "AuthorityProvince"
            from statistics.export_facts({from}, {to}) f
            """).ToListAsync(ct);
    }

    /// <summary>The suspects recorded in a year.</summary>
    public static Task<List<SuspectExport>> SuspectsToExportAsync(this TipSomDbContext db, ReportYear year, CancellationToken ct)
    {
        var (from, to) = (year.From, year.To);
        return db.Database.SqlQuery<SuspectExport>($"""
            select s.year as "Year", s.sex as "Sex", s.age as "Age", s.citizenship as "Citizenship", s.roles as "Roles", s.standing as "Standing", s.act as "Act",
                s.sentence_years as "SentenceYears", s.is_for_life as "IsForLife"
            from statistics.export_suspects({from}, {to}) s
            """).ToListAsync(ct);
    }

    /// <summary>What the lists of codes are called in the standards.</summary>
    public static async Task<ExportCodes> ExportCodesAsync(this TipSomDbContext db, CancellationToken ct) => new(await db.CodeList.AsNoTracking().ToListAsync(ct));

    /// <summary>The tables of the global report, counted from the records of the country.</summary>
    public static async Task<ExportTable> GlobalReportAsync(this TipSomDbContext db, ReportYear year, CancellationToken ct)
    {
        var counted = await db.CountedAsync(year.Kind, [year.Begins], null, Glotip.Dimensions, ct);
        return Glotip.Of(
            [.. Glotip.Dimensions.SelectMany(d => counted.By(year.Begins, CountedFigures.Trafficking, d)).Select(c => new GlobalCell(c.Dimension, c.Value, c.Identified))],
            [.. Enum.GetNames<NationalIndicator>().SelectMany(i => counted.By(year.Begins, "", i)).Select(c => new GlobalCell(c.Dimension, c.Value.Split('-')[0], c.Identified))]);
    }

    /// <summary>How many were identified in a year, of whom the rows of an export are a part.</summary>
    public static async Task<int> IdentifiedAsync(this TipSomDbContext db, ReportYear year, CancellationToken ct) =>
        (await db.CountedAsync(year.Kind, [year.Begins], null, [CountedFigures.Everybody], ct))
            .By(year.Begins, CountedFigures.Trafficking, CountedFigures.Everybody).Sum(c => c.Identified);

    /// <summary>The template of the National Police Bureau that holds now.</summary>
    public static async Task<ExportTemplate> ExportTemplateAsync(this TipSomDbContext db, CancellationToken ct) =>
        await db.ExportTemplates.OrderByDescending(t => t.Version).FirstOrDefaultAsync(ct) ?? ExportTemplate.Default;

    /// <summary>Figures of each agency for the periods of a calendar year: counted from records by month, and as returns have them. Never added.</summary>
    public static async Task<IReadOnlyList<BureauRow>> BureauRowsAsync(this TipSomDbContext db, ReportYear year, CancellationToken ct)
    {
        var (kind, begins, first, last) = (year.Kind.ToString(), year.Begins, year.From, year.To);
        var counted = await db.Database.SqlQuery<CountedOfAgency>($"""
            select g.code as "Agency", g.kind as "Kind", c.value::integer as "Month", c.person_group as "GroupName", c.identified as "Identified", c.people_referred as "Referred"
            from statistics.cells c join identity.agencies g on g.id = c.scope
            where c.year_kind = {kind} and c.year = {begins} and c.law = 'TIP' and c.dimension = 'month'
            """).ToListAsync(ct);
        var reported = await (
            from r in db.Returns
            where r.Status == ReturnStatus.SignedOff && r.FirstDay >= first && r.LastDay <= last
            join g in db.Agencies on r.AgencyId equals g.Id
            join f in db.Set<ReturnFigure>() on r.Id equals f.ReturnId
            where f.Value != null
            select new { r.Id, g.Code, g.Kind, r.FirstDay, r.PeriodKind, f.Cell, Value = f.Value!.Value }).ToListAsync(ct);
        return
        [
            .. from c in counted
               group c by (c.Agency, c.Kind, c.Month) into month
               let figures = FiguresOf(month)
               from indicator in (NationalIndicator[])[NationalIndicator.Identified, NationalIndicator.Referred]
               select new BureauRow("Records", month.Key.Agency, month.Key.Kind, ReportPeriod.Beginning(PeriodKind.Month, begins, month.Key.Month), indicator, figures),
            // Committees of one agency report each for itself.
            .. from r in reported
               group r by (r.Code, Kind: $"{r.Kind}", Period: ReportPeriod.Beginning(r.PeriodKind, r.FirstDay.Year, r.FirstDay.Month)) into period
               let figures = FigureSet.Sum(period.GroupBy(r => r.Id).Select(one => new FigureSet(one.ToDictionary(r => r.Cell, r => r.Value))))
               from indicator in figures.Values.Keys.Select(c => c.Indicator).Distinct()
               select new BureauRow("Returns", period.Key.Code, period.Key.Kind, period.Key.Period, indicator, figures)
        ];
    }

    private static FigureSet FiguresOf(IEnumerable<CountedOfAgency> month)
    {
        var cells = month.ToList();
        var figures = new Dictionary<FigureCell, int>();
        foreach (var group in Enum.GetValues<PersonGroup>())
        {
            var of = cells.Where(c => c.GroupName == $"{group}").ToList();
            figures[FigureCell.Of(NationalIndicator.Identified, group)] = of.Sum(c => c.Identified);
            figures[FigureCell.Of(NationalIndicator.Referred, group)] = of.Sum(c => c.Referred);
        }

        return new FigureSet(figures);
    }
}

/// <summary>Persons of one agency and month, counted from the records.</summary>
public sealed record CountedOfAgency(string Agency, string Kind, int Month, string GroupName, int Identified, int Referred);
