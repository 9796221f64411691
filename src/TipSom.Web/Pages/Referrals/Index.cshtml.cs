using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Referrals;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The referrals the own unit and the units below it sent, newest first.</summary>
[RequirePermission(Permission.ReadSentReferrals)]
public sealed class IndexModel(TipSomDbContext db, ReferralMessages messages, TimeProvider clock, IStringLocalizer<Ui> texts) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public ReferralStatus? Status { get; set; }

    /// <summary>Only those under which something is still owed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public bool IsFiltered => Status is not null || Open || Overdue;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What was written about the rows shown.</summary>
    public IReadOnlyDictionary<Guid, MessageCount> Messages { get; private set; } = new Dictionary<Guid, MessageCount>();

    public string? Newer { get; private set; }

    public string? Older { get; private set; }

    public IEnumerable<Choice> Statuses =>
        Enum.GetValues<ReferralStatus>().Select(s => new Choice(s.ToString(), texts[ReferralLabels.Of(s)]));

    /// <param name="before">Show what was sent before this place of the list.</param>
    /// <param name="after">Show what was sent after this place of the list.</param>
    public async Task OnGetAsync(string? before, string? after, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var list = db.ReferralAccess.Where(a => a.Side == Side.Sender);
        if (Status is { } status)
            list = list.Where(a => a.Status == status);
        if (Open)
            list = list.Where(a => !a.IsSettled);
        if (Overdue)
            list = list.Where(a => !a.IsSettled && a.DueAt < now);

        var upwards = Place.TryRead(after, out var place);
        var from = upwards || Place.TryRead(before, out place) ? place : null;
        var page = await PageOf(list, from, upwards).ToListAsync(ct);
        var isMore = page.Count > PageSize;
        var rows = page.Take(PageSize);
        Rows = [.. upwards ? rows.Reverse() : rows];
        if (Rows.Count == 0)
            return;
        Messages = await messages.CountAsync([.. Rows.Select(r => r.Id)], Side.Sender, ct);
        if (upwards ? isMore : from is not null)
            Newer = AddressOf(nameof(after), Rows[0]);
        if (upwards || isMore)
            Older = AddressOf(nameof(before), Rows[^1]);
    }

    public bool IsOverdue(Row row) => row.DueAt < clock.GetUtcNow();

    private IQueryable<Row> PageOf(IQueryable<ReferralAccess> list, Place? from, bool upwards)
    {
        if (from is { } place)
        {
            list = upwards
                ? list.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(place.At, place.Id)))
                : list.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SentAt, a.ReferralId), ValueTuple.Create(place.At, place.Id)));
        }

        var ordered = upwards
            ? list.OrderBy(a => a.SentAt).ThenBy(a => a.ReferralId)
            : list.OrderByDescending(a => a.SentAt).ThenByDescending(a => a.ReferralId);
        return ordered.Take(PageSize + 1).Select(a => new Row(
            a.ReferralId,
            a.Referral.Number,
            a.Referral.Sex,
            a.Referral.IsChild,
            a.Referral.AgeBand,
            a.Referral.Service,
            db.Agencies.Where(g => g.Id == a.Referral.ToAgencyId).Select(g => new BilingualName(g.NameEn, g.NameUr)).First(),
            a.Status,
            a.IsSettled ? null : a.DueAt,
            a.SentAt));
    }

    private string AddressOf(string direction, Row row)
    {
        var query = new Dictionary<string, string?> { [direction] = new Place(row.SentAt, row.Id).ToString() };
        if (Status is { } status)
            query["status"] = status.ToString();
        if (Open)
            query["open"] = "true";
        if (Overdue)
            query["overdue"] = "true";
        return QueryHelpers.AddQueryString("/referrals", query);
    }

    public sealed record Row(
        Guid Id, string Number, Sex Sex, bool IsChild, AgeBand AgeBand, ServiceType Service, BilingualName Provider, ReferralStatus Status,
        DateTimeOffset? DueAt, DateTimeOffset SentAt);

    // Where a page of the list begins or ends: the moment to the microsecond, as PostgreSQL keeps it, and the row.
    private sealed record Place(DateTimeOffset At, Guid Id)
    {
        public static bool TryRead(string? text, out Place? place)
        {
            place = text?.Split('_') is [var ticks, var id]
                && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
                && Guid.TryParse(id, out var row)
                ? new Place(new DateTimeOffset(at, TimeSpan.Zero), row)
                : null;
            return place is not null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}");
    }
}
