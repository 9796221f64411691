using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.Data.Queries;

/// <summary>The figures of a district in a month: what its committee reported, and what the case records say.</summary>
public static class DistrictFigures
{
    /// <summary>The signed return of the district's committee for a month, as far as the reader may see it. Two statements.</summary>
    public static async Task<CommitteeReturn?> CommitteeReturnAsync(this TipSomDbContext db, string district, ReportPeriod month, CancellationToken ct)
    {
        var (kind, from) = (month.Kind, month.From);
        var found = await (
            from r in db.Returns
            where r.Status == ReturnStatus.SignedOff && r.PeriodKind == kind && r.FirstDay == @from
            join u in db.Units on r.UnitId equals u.Id
            join g in db.Agencies on r.AgencyId equals g.Id
            where g.Kind == AgencyKind.Committee && u.DistrictCode == district && u.ParentId != null
            orderby r.SignedAt descending
            select new { r.Id, r.Number, r.Version, r.SignedAt, u.NameEn, u.NameUr }).FirstOrDefaultAsync(ct);
        if (found is null)
            return null;
        var cells = await db.Set<ReturnFigure>().AsNoTracking().Where(f => f.ReturnId == found.Id).ToListAsync(ct);
        return new CommitteeReturn(found.Number, found.Version, found.SignedAt!.Value, found.NameEn, found.NameUr, ReturnFigure.SetOf(cells));
    }

    /// <summary>People found in a district in a month and people referred in it, from the case records. A null scope is the country; a supervisor gets the own agency's. One statement.</summary>
    public static async Task<CountedMonth> CountedInDistrictAsync(this TipSomDbContext db, string district, ReportPeriod month, Guid? scope, CancellationToken ct)
    {
        var (from, of) = (month.From, scope ?? Guid.Empty);
        var cells = await db.Database.SqlQuery<DistrictCell>($"""
            select c.counted_at as "CountedAt", coalesce(d.law, '') as "Law", coalesce(d.person_group, '') as "GroupName", coalesce(d.identified, 0) as "Identified",
                coalesce(d.people_referred, 0) as "PeopleReferred", coalesce(d.in_care, 0) as "InCare"
            from statistics.counts c left join security.figures_of_district({district}, {from}, {of}) d on true
            """).ToListAsync(ct);
        return new CountedMonth(cells.FirstOrDefault()?.CountedAt, [.. cells.Where(c => c.Law.Length > 0)]);
    }
}

/// <summary>The signed return of a committee for a month.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">Its version.</param>
/// <param name="SignedAt">When it was signed.</param>
/// <param name="NameEn">The committee in English.</param>
/// <param name="NameUr">The committee in Urdu.</param>
/// <param name="Figures">What it reported.</param>
public sealed record CommitteeReturn(string Number, int Version, DateTimeOffset SignedAt, string NameEn, string NameUr, FigureSet Figures);

/// <summary>A group of the people of a district in a month; names nobody.</summary>
public sealed record DistrictCell(DateTimeOffset CountedAt, string Law, string GroupName, int Identified, int PeopleReferred, int InCare)
{
    public PersonGroup Group => Enum.Parse<PersonGroup>(GroupName);
}

/// <summary>What the case records of a district say of a month.</summary>
/// <param name="CountedAt">Until when the records are counted; null where nothing was counted.</param>
/// <param name="Cells">The groups that are not empty.</param>
public sealed record CountedMonth(DateTimeOffset? CountedAt, IReadOnlyList<DistrictCell> Cells)
{
    /// <summary>The figures as every source has them; nothing where no record is of that district and month.</summary>
    public FigureSet Figures
    {
        get
        {
            var figures = new Dictionary<FigureCell, int>();
            if (Cells.Count == 0)
                return FigureSet.Nothing;
            var victims = Cells.Where(c => c.Law == CountedFigures.Trafficking).ToList();
            foreach (var (indicator, count) in new (NationalIndicator, Func<DistrictCell, int>)[]
                     {
                         (NationalIndicator.Identified, c => c.Identified), (NationalIndicator.Referred, c => c.PeopleReferred), (NationalIndicator.InCare, c => c.InCare)
                     })
            {
                figures[FigureCell.Of(indicator)] = victims.Sum(count);
                foreach (var group in Enum.GetValues<PersonGroup>())
                    figures[FigureCell.Of(indicator, group)] = victims.Where(c => c.Group == group).Sum(count);
            }

            figures[FigureCell.Of(NationalIndicator.Smuggled)] = Cells.Where(c => c.Law == CountedFigures.Smuggling).Sum(c => c.Identified);
            return new FigureSet(figures);
        }
    }
}
