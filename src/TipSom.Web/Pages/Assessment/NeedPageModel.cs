using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>A page that changes one need of the person, with a reason that is kept under seal.</summary>
public abstract class NeedPageModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : AssessmentPageModel(db, user, clock)
{
    private static readonly ReferralStatus[] Live = [.. Enum.GetValues<ReferralStatus>().Where(s => s.IsLive())];

    [FromRoute]
    public Guid NeedId { get; init; }

    public Need Need { get; private set; } = null!;

    /// <summary>Whether a referral has it in hand.</summary>
    public bool IsInHand { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (Person.Needs.FirstOrDefault(n => n.Id == NeedId) is not { } need)
            return NotFound();
        Need = need;
        IsInHand = await Db.Referrals.AnyAsync(r => r.NeedId == NeedId && Live.Contains(r.Status), ct);
        return null;
    }

    public void OnGet()
    {
        // The need was loaded before.
    }

    protected byte[] Sealed(Guid change, string reason) => cipher.Seal(SealKinds.NeedReason, change, reason);
}
