using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Navigation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Care;

/// <summary>The care given under a referral: all of it for the provider, what is marked for it for the sender.</summary>
[RequirePermission(Permission.ReadReferrals)]
public sealed class EntriesModel(TipSomDbContext db, CareLog log, TimeProvider clock, IStringLocalizer<Ui> texts) : CareEntryPageModel(db, texts)
{
    public IReadOnlyList<OpenedCareEntry> Entries { get; private set; } = [];

    /// <summary>Back to the beginning; null where this is it.</summary>
    public string? Newest { get; private set; }

    public string? Older { get; private set; }

    public async Task OnGetAsync(string? before, CancellationToken ct)
    {
        Input.Day = PakistanTime.DayOf(clock.GetUtcNow());
        var from = ListCursor.Read(before);
        var read = await log.ReadAsync(Referral, from, ct);
        Entries = [.. read.Take(CareLog.PageSize)];
        if (from is not null)
            Newest = $"/referrals/{Referral.Number}/care";
        if (read.Count > CareLog.PageSize)
            Older = $"/referrals/{Referral.Number}/care?before={ListCursor.Of(Entries[^1].At, Entries[^1].Id)}";
    }

    protected override bool IsFor(Side side) => side is Side.Sender or Side.Recipient;
}
