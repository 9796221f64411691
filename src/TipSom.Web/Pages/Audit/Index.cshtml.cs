using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Audit;

/// <summary>The trail, newest first: who changed which fields of which record. Never what they held.</summary>
[RequirePermission(Permission.ReadAudit)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Table { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    /// <summary>Entries older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public string NewestUrl => PageUrl(null);

    public sealed record Row(AuditEntry Entry, string? Actor, BilingualName? Unit);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (Table is { } table && AuditLabels.Tables.ContainsKey(table))
            entries = entries.Where(e => e.TableName == table);
        if (Act is { } act && AuditLabels.Acts.ContainsKey(act))
            entries = entries.Where(e => e.Act == act);
        if (Before is { } before)
            entries = entries.Where(e => e.Id < before);
        var found = await (
                from e in entries.OrderByDescending(e => e.Id).Take(PageSize + 1)
                join u in db.Users on e.ActorId equals u.Id into users
                from u in users.DefaultIfEmpty()
                join t in db.Units on e.ActorUnitId equals t.Id into units
                from t in units.DefaultIfEmpty()
                orderby e.Id descending
                select new Row(e, u == null ? null : u.DisplayName, t == null ? null : new BilingualName(t.NameEn, t.NameUr)))
            .ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        OlderUrl = found.Count > PageSize ? PageUrl(Rows[^1].Entry.Id) : null;
    }

    private string PageUrl(long? before) => "/audit" + QueryString.Create(new Dictionary<string, string?>
    {
        ["table"] = Table,
        ["act"] = Act,
        ["before"] = before?.ToString(CultureInfo.InvariantCulture)
    }.Where(pair => pair.Value is not null));
}
