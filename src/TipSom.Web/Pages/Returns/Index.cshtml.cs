using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Queries;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>The returns of the own agency, drafts first; for national readers the signed ones of every agency. By year.</summary>
[RequirePermission(Permission.ReadReturns)]
public sealed class IndexModel(TipSomDbContext db, PortalTime time, CurrentUser user) : PageModel
{
    /// <summary>Most of one year that are listed.</summary>
    public const int Most = 600;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Row> Drafts { get; private set; } = [];

    public IReadOnlyList<Row> Signed { get; private set; } = [];

    /// <summary>Whether the reader is posted where returns are written.</summary>
    public bool Writes { get; private set; }

    public bool IsNational => !user.May(Permission.WriteReturns);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Writes = user.May(Permission.WriteReturns) && await db.ReporterAsync(user.UnitId, ct) is not null;
        Years = await db.Returns.Where(r => r.Status == ReturnStatus.SignedOff).Select(r => r.FirstDay.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);
        Year = Year is { } asked and >= 1947 and <= 2999 ? asked : time.Today.Year;
        var (first, last) = (new DateOnly(Year.Value, 1, 1), new DateOnly(Year.Value, 12, 31));
        var rows = await (
            from r in db.Returns
            where r.Status == ReturnStatus.Draft || r.Status == ReturnStatus.SignedOff && r.FirstDay <= last && r.LastDay >= first
            join u in db.Units on r.UnitId equals u.Id
            join g in db.Agencies on u.AgencyId equals g.Id
            orderby r.FirstDay descending, g.Code, u.Code, r.PeriodKind
            select new Row(
                r.Number, r.Version, r.Status, r.PeriodKind, r.FirstDay, r.WrittenByName, r.WrittenAt, r.SignedByName, r.SignedAt,
                new BilingualName(g.NameEn, g.NameUr), u.ParentId == null ? null : new BilingualName(u.NameEn, u.NameUr)))
            .Take(Most).ToListAsync(ct);
        Drafts = [.. rows.Where(r => r.Status == ReturnStatus.Draft)];
        Signed = [.. rows.Where(r => r.Status == ReturnStatus.SignedOff)];
    }

    public sealed record Row(
        string Number, int Version, ReturnStatus Status, PeriodKind Kind, DateOnly FirstDay, string WrittenBy, DateTimeOffset WrittenAt, string? SignedBy,
        DateTimeOffset? SignedAt, BilingualName Agency, BilingualName? Unit)
    {
        public ReportPeriod Period => ReportPeriod.Beginning(Kind, FirstDay.Year, FirstDay.Month);
    }
}
