using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Referrals;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Referrals;

/// <summary>The sender looks at the copies made for the provider, identity included: an opening, recorded before it is shown.</summary>
[RequirePermission(Permission.OpenIdentities)]
public sealed class SharedModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : ReferralPageModel(db)
{
    private const string Reason = "Looking at what a referral shared";

    public NeedsView? Needs { get; private set; }

    public IdentityDisclosure? Identity { get; private set; }

    /// <summary>Whether the provider accepted, and so could read the identity.</summary>
    public bool ReachedProvider => Referral.ArrivalExpectedAt is not null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Db.Add(new IdentityOpening(Referral.VictimId, Referral.CaseId, user.Actor, Reason, clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        Identity = await Db.IdentityOfAsync(cipher, Referral, ct);
        if (await Db.NeedsOfAsync(cipher, Referral, ct) is { } needs)
            Needs = await NeedsView.OfAsync(Db, needs, ct);
        return Page();
    }

    protected override bool IsFor(Side side) => side == Side.Sender;
}
