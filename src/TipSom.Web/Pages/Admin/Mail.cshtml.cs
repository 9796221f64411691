using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TipSom.Data;
using TipSom.Data.Telling;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Localisation;
using TipSom.Web.Navigation;
using TipSom.Web.Security;
using TipSom.Web.Telling;

namespace TipSom.Web.Pages.Admin;

/// <summary>How mails fare: what waits, what fails and why. Shows for which unit a mail is, never its address.</summary>
[RequirePermission(Permission.ReadMailDelivery)]
public sealed class MailModel(TipSomDbContext db, IOptions<MailOptions> server, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public bool HasServer => server.Value.IsSet;

    public Counts Now { get; private set; } = new(0, null, 0, 0, 0);

    public IReadOnlyList<(MailError Error, int Count)> Errors { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? OlderUrl { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        var waiting = db.Outbox.Where(m => m.SentAt == null && m.GivenUpAt == null);
        Now = await db.Outbox.GroupBy(_ => 1).Select(all => new Counts(
            all.Count(m => m.SentAt == null && m.GivenUpAt == null),
            all.Where(m => m.SentAt == null && m.GivenUpAt == null).Min(m => (DateTimeOffset?)m.MadeAt),
            all.Count(m => m.SentAt == null && m.GivenUpAt == null && m.LastErrorKind != null),
            all.Count(m => m.SentAt > yesterday),
            all.Count(m => m.GivenUpAt != null))).SingleOrDefaultAsync(ct) ?? Now;
        Errors = [.. (await waiting.Where(m => m.LastErrorKind != null).GroupBy(m => m.LastErrorKind!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).ToListAsync(ct)).Select(g => (g.Key, g.Count))];
        var mails = db.Outbox.AsQueryable();
        if (ListCursor.Read(Before) is var (at, id))
            mails = mails.Where(m => m.MadeAt < at || (m.MadeAt == at && m.Id.CompareTo(id) < 0));
        var found = await (
                from m in mails.OrderByDescending(m => m.MadeAt).ThenByDescending(m => m.Id).Take(PageSize + 1)
                join p in db.Users on m.UserId equals p.Id
                join u in db.Units on p.UnitId equals u.Id
                join a in db.Agencies on p.AgencyId equals a.Id
                orderby m.MadeAt descending, m.Id descending
                select new Row(m, new BilingualName(u.NameEn, u.NameUr), new BilingualName(a.NameEn, a.NameUr)))
            .AsNoTracking().ToListAsync(ct);
        Rows = [.. found.Take(PageSize)];
        OlderUrl = found.Count > PageSize ? $"/admin/mail?before={ListCursor.Of(Rows[^1].Mail.MadeAt, Rows[^1].Mail.Id)}" : null;
    }

    /// <summary>Those that failed wait no longer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Outbox.Where(m => m.SentAt == null && m.GivenUpAt == null && m.LastErrorKind != null && m.NotBefore > now)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NotBefore, now), ct);
        return LocalRedirect("/admin/mail");
    }

    public sealed record Counts(int Waiting, DateTimeOffset? Oldest, int Failing, int SentToday, int GivenUp);

    public sealed record Row(OutboxMail Mail, BilingualName Unit, BilingualName Agency)
    {
        public NotificationKind Kind => Mail.Kind;

        /// <summary>State of delivery, with the colour of its tag.</summary>
        public (string Word, string Tag) State => Mail switch
        {
            { SentAt: not null } => ("Sent", "good"),
            { GivenUpAt: not null } => ("Given up", "bad"),
            { LastErrorKind: not null } => ("Failing", "warn"),
            _ => ("Waiting", "neutral")
        };
    }
}
