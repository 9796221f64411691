using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Care;

/// <summary>The sender reads how a person is after care ended, and takes it up when help is needed.</summary>
[RequirePermission(Permission.SendReferrals)]
public sealed class HelpModel(TipSomDbContext db, FollowUps followUps, CurrentUser user, TimeProvider clock) : FollowUpPageModel(db, followUps)
{
    /// <summary>Help was asked for, and nobody has taken it up.</summary>
    public bool IsWaiting => Question is { Answer: FollowUpAnswer.NeedsHelp, TakenUpAt: null };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Question.TakeUp(user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/help/{Days}");
    }

    protected override bool IsFor(Side side) => side == Side.Sender;
}
