using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>The cases the reader's unit and the units below it hold, and those shared with them, the one changed last first. No identity.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(TipSomDbContext db, IStringLocalizer<Ui> texts) : PageModel
{
    private const int PageSize = 25;

    /// <summary>A case number to jump to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Open or Closed; both when empty.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Newer { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? NewerUrl { get; private set; }

    public string? OlderUrl { get; private set; }

    public bool IsFirstPage => Older is null && Newer is null;

    public IReadOnlyList<Choice> Statuses => [.. Enum.GetValues<CaseStatus>().Select(s => new Choice(s.ToString(), texts[Labels.Of(s)]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Q is not null)
        {
            if (RecordNumber.TryParse(Digits.Fold(Q), RecordNumber.CasePrefix, out var number) && await db.Cases.AnyAsync(c => c.Number == number, ct))
                return LocalRedirect($"/cases/{number}");
            ModelState.AddModelError(nameof(Q), texts["No case of yours has this number."]);
        }

        await LoadRowsAsync(ct);
        return Page();
    }

    private async Task LoadRowsAsync(CancellationToken ct)
    {
        var list = db.CaseAccess.AsNoTracking();
        if (Status is { } status)
            list = list.Where(a => a.Status == status);
        var backwards = false;
        if (Place.TryParse(Older, out var place))
            list = list.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.UpdatedAt, a.CaseId), ValueTuple.Create(place.At, place.Id)));
        else if (backwards = Place.TryParse(Newer, out place))
            list = list.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.UpdatedAt, a.CaseId), ValueTuple.Create(place.At, place.Id)));
        var ordered = backwards
            ? list.OrderBy(a => a.UpdatedAt).ThenBy(a => a.CaseId)
            : list.OrderByDescending(a => a.UpdatedAt).ThenByDescending(a => a.CaseId);
        var found = await ordered.Take(PageSize + 1)
            .Select(a => new
            {
                a.CaseId,
                a.UpdatedAt,
                a.Case.Number,
                a.Case.ProposedLead,
                a.Status,
                a.Until,
                Holder = db.Units.Where(u => u.Id == a.Case.HoldingUnitId).Select(u => new BilingualName(u.NameEn, u.NameUr)).First(),
                District = db.Districts.Where(d => d.Code == a.Case.DistrictCode).Select(d => new BilingualName(d.NameEn, d.NameUr)).First()
            })
            .ToListAsync(ct);
        var more = found.Count > PageSize;
        var page = found.Take(PageSize).ToList();
        if (backwards)
            page.Reverse();
        var ids = page.ConvertAll(c => c.CaseId);
        var people = (await db.Victims.AsNoTracking().Where(v => ids.Contains(v.CaseId))
            .OrderBy(v => v.Position).Select(v => new { v.CaseId, v.Sex, v.Age }).ToListAsync(ct)).ToLookup(v => v.CaseId);
        var referrals = (await db.Referrals.AsNoTracking().Where(r => ids.Contains(r.CaseId))
            .OrderByDescending(r => r.SentAt).Select(r => new { r.CaseId, r.NeedId, r.Status }).ToListAsync(ct)).ToLookup(r => r.CaseId);
        Rows =
        [
            .. page.Select(c => new Row(
                c.Number,
                people[c.CaseId].Count() > PersonWords.Few
                    ? [.. PersonWords.Counted(texts, people[c.CaseId].Select(v => (v.Sex, v.Age)))]
                    : [.. people[c.CaseId].Select(v => PersonWords.InBand(texts, v.Sex, v.Age))],
                c.District,
                c.ProposedLead,
                // A declined referral counts until another follows it for the same need.
                [.. referrals[c.CaseId].DistinctBy(r => r.NeedId).Select(r => r.Status).Where(s => s.IsLive() || s == ReferralStatus.Declined).Distinct()],
                c.Status,
                c.UpdatedAt,
                c.Holder,
                // The moment it ends is the midnight after the last day.
                c.Until is { } end ? PakistanTime.DayOf(end.AddTicks(-1)) : null))
        ];
        if (page.Count == 0)
            return;
        var (first, last) = (new Place(page[0].UpdatedAt, page[0].CaseId), new Place(page[^1].UpdatedAt, page[^1].CaseId));
        NewerUrl = (backwards ? more : Older is not null) ? Url.Page("Index", new { status = Status, newer = first.ToString() }) : null;
        OlderUrl = backwards || more ? Url.Page("Index", new { status = Status, older = last.ToString() }) : null;
    }

    /// <summary>One case as the list shows it.</summary>
    public sealed record Row(
        string Number, IReadOnlyList<string> People, BilingualName District, AgencyKind Lead, IReadOnlyList<ReferralStatus> Referrals, CaseStatus Status,
        DateTimeOffset ChangedAt, BilingualName Holder, DateOnly? SharedUntil);

    // Where a page of the list begins or ends: the order of its index.
    private readonly record struct Place(DateTimeOffset At, Guid Id)
    {
        public static bool TryParse(string? text, out Place place)
        {
            place = default;
            if (text?.Split('_') is not [var ticks, var id] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                || at > DateTimeOffset.MaxValue.Ticks || !Guid.TryParseExact(id, "N", out var guid))
                return false;
            place = new Place(new DateTimeOffset(at, TimeSpan.Zero), guid);
            return true;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id:N}");
    }
}
