using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Audit;

/// <summary>The trail, newest first: who changed which fields of which record, and who did what else. Never what they held. Each look is on it too.</summary>
[RequirePermission(Permission.ReadAudit)]
public sealed class IndexModel(TipSomDbContext db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public TrailFilter Filter { get; set; } = new();

    /// <summary>Entries older than this one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    /// <summary>Name of the person chosen, where one is.</summary>
    public string? PersonName { get; private set; }

    public string? OlderUrl { get; private set; }

    public string NewestUrl => Filter.UrlOf(null);

    public sealed record Row(AuditEntry Entry, string? Actor, BilingualName? Unit);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Agencies = [.. (await db.Agencies.AsNoTracking().OrderBy(a => a.Code).ToListAsync(ct))
            .Select(a => new Choice(a.Id.ToString(), new BilingualName(a.NameEn, a.NameUr).Here))];
        if (Filter.Person is { } person)
            PersonName = await db.Users.Where(u => u.Id == person).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        var entries = Filter.Of(db);
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
        OlderUrl = found.Count > PageSize ? Filter.UrlOf(Rows[^1].Entry.Id) : null;
        // In this transaction: what an auditor is shown, an auditor is known to have looked at.
        await AuditNotes.InRequestAsync(db, AuditNotes.AuditRead, "trail", Filter.Person, Filter.Code(Before), ct);
    }
}
